import type { Selectable } from 'kysely'
import type { Db, Schema, Transaction } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { newId } from '../platform/ids.ts'
import { type Goal, type Measured, type Owner, type Side, sides } from './goal.ts'

/** What is filled in of a goal; owners by their ids. */
export interface GoalFilled {
  name: string
  unit: string
  start: number
  target: number
  due: LocalDate
  owners: Partial<Record<Side, string>>
}

interface Where {
  workspaceId: string
  partnershipId: string
}

/** @returns its id */
export async function insertGoal(
  trx: Transaction,
  { workspaceId, partnershipId, from, by }: Where & { from: LocalDate; by: string },
  filled: GoalFilled,
  now: number,
): Promise<string> {
  const id = newId(now)
  const { name, unit, start, target, due, owners } = filled
  await trx
    .insertInto('goal')
    .values({
      ...{ id, workspace_id: workspaceId, partnership_id: partnershipId, name, unit },
      ...{ start: String(start), target: String(target), from_date: from, due_date: due },
      ...{ created_at: now, created_by: by },
    })
    .execute()
  await saveOwners(trx, { id, workspaceId }, owners, now)
  return id
}

export async function updateGoal(
  trx: Transaction,
  goal: Pick<Goal, 'id' | 'workspaceId'>,
  filled: GoalFilled,
  now: number,
): Promise<void> {
  const { name, unit, start, target, due, owners } = filled
  await trx
    .updateTable('goal')
    .set({ name, unit, start: String(start), target: String(target), due_date: due })
    .where('id', '=', goal.id)
    .execute()
  await saveOwners(trx, goal, owners, now)
}

/** Who owns it from now on; who did before and still does has kept it. */
async function saveOwners(
  trx: Transaction,
  { id, workspaceId }: Pick<Goal, 'id' | 'workspaceId'>,
  owners: GoalFilled['owners'],
  now: number,
): Promise<void> {
  await trx.deleteFrom('goal_owner').where('goal_id', '=', id).execute()
  const rows = sides.flatMap((side) => {
    const person_id = owners[side]
    return person_id === undefined ? [] : [{ workspace_id: workspaceId, goal_id: id, side, person_id, since: now }]
  })
  if (rows.length > 0) {
    await trx
      .insertInto('goal_owner')
      .values(rows.map((row) => ({ ...row, inherited_from: null })))
      .execute()
  }
}

export async function insertNumber(
  trx: Transaction,
  { id, workspaceId }: Pick<Goal, 'id' | 'workspaceId'>,
  { date, value }: Omit<Measured, 'at'>,
  by: string,
  now: number,
): Promise<void> {
  await trx
    .insertInto('goal_number')
    .values({
      ...{ id: newId(now), workspace_id: workspaceId, goal_id: id },
      ...{ value: String(value), date, noted_at: now, noted_by: by },
    })
    .execute()
}

/** @returns whether this ended it; false when it had been ended before */
export async function insertGoalEnd(
  trx: Transaction,
  { id, workspaceId }: Pick<Goal, 'id' | 'workspaceId'>,
  { how, reason, by }: { how: 'reached' | 'stopped'; reason: string; by: string },
  now: number,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('goal_end')
    .values({ goal_id: id, workspace_id: workspaceId, how, reason, ended_at: now, ended_by: by })
    .onConflict((conflict) => conflict.column('goal_id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** What somebody had in a partnership goes to their successor on that side; without one it has no owner. */
export async function handOver(
  trx: Transaction,
  {
    personId,
    partnershipId,
    successorId,
  }: { personId: string; partnershipId: string; successorId: string | undefined },
  now: number,
): Promise<void> {
  const theirs = trx.selectFrom('goal').select('id').where('partnership_id', '=', partnershipId)
  if (successorId === undefined) {
    await trx.deleteFrom('goal_owner').where('person_id', '=', personId).where('goal_id', 'in', theirs).execute()
    return
  }
  await trx
    .updateTable('goal_owner')
    .set({ person_id: successorId, since: now, inherited_from: personId })
    .where('person_id', '=', personId)
    .where('goal_id', 'in', theirs)
    .execute()
}

/** Somebody keeps what came to them. */
export async function keep(trx: Transaction, goalId: string, personId: string): Promise<void> {
  const row = trx.updateTable('goal_owner').set({ inherited_from: null }).where('goal_id', '=', goalId)
  await row.where('person_id', '=', personId).execute()
}

/** Lets those who add goals to a partnership wait for each other: there is room for so many only. */
export async function lockGoals(trx: Transaction, partnershipId: string): Promise<void> {
  await trx
    .updateTable('partnership')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('id', '=', partnershipId)
    .execute()
}

/** The goal as it stands, and held: those who change it wait for each other. */
export async function lockGoal(trx: Transaction, workspaceId: string, id: string): Promise<Goal | undefined> {
  await trx
    .updateTable('goal')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('id', '=', id)
    .where('workspace_id', '=', workspaceId)
    .execute()
  return findGoal(trx, workspaceId, id)
}

export async function findGoal(db: Db, workspaceId: string, id: string): Promise<Goal | undefined> {
  const rows = await selectGoals(db).where('goal.workspace_id', '=', workspaceId).where('goal.id', '=', id).execute()
  return (await withFacts(db, rows))[0]
}

/** Those of a partnership that are not ended, the one that is due first first. */
export async function openGoals(db: Db, partnershipId: string): Promise<Goal[]> {
  const rows = await selectGoals(db)
    .where('goal.partnership_id', '=', partnershipId)
    .where('ending.goal_id', 'is', null)
    .orderBy('goal.due_date')
    .orderBy('goal.id')
    .execute()
  return withFacts(db, rows)
}

/** All of a partnership, ended ones too, the oldest first. */
export async function allGoals(db: Db, partnershipId: string): Promise<Goal[]> {
  const rows = await selectGoals(db).where('goal.partnership_id', '=', partnershipId).orderBy('goal.id').execute()
  return withFacts(db, rows)
}

function selectGoals(db: Db) {
  return db
    .selectFrom('goal')
    .leftJoin('goal_end as ending', 'ending.goal_id', 'goal.id')
    .selectAll('goal')
    .select(['ending.how', 'ending.reason', 'ending.ended_at'])
}

type Row = Selectable<Schema['goal']> & {
  how: 'reached' | 'stopped' | null
  reason: string | null
  ended_at: number | null
}

async function withFacts(db: Db, rows: readonly Row[]): Promise<Goal[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const owners = await db
    .selectFrom('goal_owner')
    .innerJoin('person', 'person.id', 'goal_owner.person_id')
    .leftJoin('person as former', 'former.id', 'goal_owner.inherited_from')
    .select(['goal_owner.goal_id', 'goal_owner.side', 'person.id', 'person.name', 'former.name as former_name'])
    .where('goal_owner.goal_id', 'in', ids)
    .execute()
  const numbers = await db
    .selectFrom('goal_number')
    .select(['goal_id', 'date', 'value', 'noted_at'])
    .where('goal_id', 'in', ids)
    .orderBy('date')
    .orderBy('noted_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...toGoal(row),
    owners: Object.fromEntries(
      owners.filter(({ goal_id }) => goal_id === row.id).map((one) => [one.side, toOwner(one)]),
    ),
    // The last one of a date counts.
    numbers: [
      ...new Map(
        numbers
          .filter(({ goal_id }) => goal_id === row.id)
          .map(({ date, value, noted_at }) => [date, { date, value: Number(value), at: noted_at }] as const),
      ).values(),
    ],
  }))
}

const toOwner = ({ id, name, former_name }: { id: string; name: string; former_name: string | null }): Owner => ({
  id,
  name,
  inheritedFrom: former_name ?? undefined,
})

function toGoal(row: Row): Omit<Goal, 'owners' | 'numbers'> {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    partnershipId: row.partnership_id,
    name: row.name,
    unit: row.unit,
    start: Number(row.start),
    target: Number(row.target),
    from: row.from_date,
    due: row.due_date,
    createdAt: row.created_at,
    setBy: row.created_by,
    end: row.how === null ? undefined : { how: row.how, reason: row.reason ?? '', at: row.ended_at ?? 0 },
  }
}
