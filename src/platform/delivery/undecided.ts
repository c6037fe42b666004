import { type SqlBool, sql } from 'kysely'
import type { Db, DeliveryState, Transaction } from '../../../db/schema.ts'
import type { Feature, Finding, Job, Message } from '../feature.ts'
import type { Click, Right } from '../interaction.ts'
import type { Person } from '../person.ts'
import type { Item, ItemButton } from '../rendered.ts'
import { channel, itemBlocks, moment, section } from '../slack/blocks.ts'
import { itemsChanged } from './gathered.ts'
import * as text from './messages.ts'
import { refresh, say } from './outbox.ts'
import { channelFor, type DeliveryRow } from './row.ts'
import { decideUpon } from './states.ts'

interface Needs {
  /** All who may decide for a partnership. */
  decidersOf(db: Db, workspaceId: string, partnershipId: string): Promise<Person[]>
  /** Those of them who are asked: they are at work, and somebody always is. */
  askedNow(db: Db, workspaceId: string, partnershipId: string, now: number): Promise<Person[]>
  /** The partnerships for which somebody may decide. */
  ledBy(db: Db, personId: string): Promise<ReadonlySet<string>>
  /** Who may press the buttons, whose value is a delivery's id. @param find the partnership of that */
  mayDecide(find: (db: Db, workspaceId: string, deliveryId: string) => Promise<string | undefined>): Right
}

/** What a person can decide, as the ids of the listeners name it. */
const choices = { look: 'unsure', again: 'due', leave: 'skipped' } as const
type Choice = keyof typeof choices

/** Older ones are of no interest to a team any more; `rondo doctor why` still knows them. */
const askedForMs = 14 * 86_400_000
const anHourMs = 3_600_000

const wording = 'undecided:question'
const causeOf = (deliveryId: string): string => `undecided:${deliveryId}`

/**
 * Messages that stayed without a clear answer from Slack, or that a thread did not take: those who lead are asked at once, and
 * reminded until one of them decides.
 */
export function undecided({ ledBy, decidersOf, askedNow, mayDecide }: Needs): Feature {
  const may = mayDecide(async (db, workspaceId, id) => (await findUndecided(db, workspaceId, id))?.partnership_id)
  return {
    name: 'undecided',
    async nudges(db, person, now) {
      const led = [...(await ledBy(db, person.id))]
      return led.length > 0 ? (await undecidedOf(db, person, led, now)).map((row) => toItem(row, person)) : []
    },
    listeners: (Object.keys(choices) as Choice[]).map((choice) => ({
      on: 'action',
      id: `undecided:${choice}`,
      may,
      run: (click) => decide(click, choice, decidersOf),
    })),
    jobs: [asking(askedNow)],
    messages: { [wording]: question(decidersOf) },
    doctor,
  }
}

async function decide(click: Click, choice: Choice, decidersOf: Needs['decidersOf']): Promise<void> {
  const { db, person, now, value } = click
  const row = await findUndecided(db, person.workspaceId, value)
  const decided =
    row &&
    (await db.transaction().execute(async (trx) => {
      const first = await decideUpon(trx, row, choices[choice], `by ${person.id}`, now)
      if (!first) return false
      await refreshQuestions(trx, row.id, now)
      const leaders = await decidersOf(trx, row.workspace_id, row.partnership_id)
      await itemsChanged(
        trx,
        row.workspace_id,
        leaders.map(({ id }) => id),
        now,
      )
      return true
    }))
  const answer = (decided ? text.decided[choice] : text.decidedBefore)(person.language)
  await click.reply({ text: answer, blocks: [section(answer)] })
}

/** Asks about what is new. */
function asking(askedNow: Needs['askedNow']): Job {
  return {
    name: 'undecided',
    async nextDue(db, now) {
      const times = (await unasked(db, now)).map(({ run_after }) => Math.max(run_after, now))
      return times.length > 0 ? Math.min(...times) : undefined
    },
    async run(db, now) {
      const due = (await unasked(db, now)).filter(({ run_after }) => run_after <= now)
      for (const { id, workspace_id: workspaceId, partnership_id: partnershipId } of due) {
        const asked = await askedNow(db, workspaceId, partnershipId, now)
        // Nobody leads and nobody administrates: perhaps later.
        if (asked.length === 0)
          await db
            .updateTable('delivery')
            .set({ run_after: now + anHourMs })
            .where('id', '=', id)
            .execute()
        await db.transaction().execute(async (trx) => {
          const of = { workspaceId, cause: causeOf(id), what: wording, about: { delivery: id }, dueAt: now }
          for (const { slackId } of asked) await say(trx, { ...of, kind: 'dm', recipient: slackId }, now)
        })
      }
    },
  }
}

function unasked(db: Db, now: number) {
  return db
    .selectFrom('delivery')
    .select(['id', 'workspace_id', 'partnership_id', 'run_after'])
    .where(isUndecided)
    .where('partnership_id', '<>', '')
    .where(
      sql<SqlBool>`not exists (select 1 from delivery as question where question.cause = 'undecided:' || delivery.id)`,
    )
    .where('due_at', '>', now - askedForMs)
    .orderBy('due_at')
    .execute()
}

/** Looked for again in vain, it is the same question once more, and the messages that ask it show that. */
export async function askAgain(db: Db, deliveryId: string, now: number): Promise<void> {
  await db.transaction().execute((trx) => refreshQuestions(trx, deliveryId, now))
}

async function refreshQuestions(trx: Transaction, deliveryId: string, now: number): Promise<void> {
  for (const { id } of await questionsAbout(trx, deliveryId)) await refresh(trx, id, now)
}

function questionsAbout(db: Db, deliveryId: string) {
  return db
    .selectFrom('delivery')
    .select('id')
    .where('cause', '=', causeOf(deliveryId))
    .where('kind', '=', 'dm')
    .orderBy('id')
    .execute()
}

function question(decidersOf: Needs['decidersOf']): Message {
  return {
    async render(db, { workspaceId, recipient, about, sentAt }) {
      const row = await findUndecided(db, workspaceId, about.delivery ?? '')
      const leaders = row ? await decidersOf(db, workspaceId, row.partnership_id) : []
      const person = leaders.find(({ slackId }) => slackId === recipient)
      if (!row || !person) return { skip: 'no longer theirs' }
      if (row.state === 'unknown' || row.state === 'failed') {
        const item = toItem(row, person)
        return { text: item.title, blocks: itemBlocks(item) }
      }
      const settled = text.decidedBefore(person.language)
      return sentAt === undefined ? { skip: 'decided' } : { text: settled, blocks: [section(settled)] }
    },
  }
}

/** A post of a check-in that failed is told, with what to do, by the check-in. */
const isUndecided = sql<SqlBool>`(state in ('unknown', 'failed') and (state = 'unknown' or kind = 'reply'))`

function undecidedOf(db: Db, person: Person, partnershipIds: string[], now: number): Promise<DeliveryRow[]> {
  return db
    .selectFrom('delivery')
    .selectAll()
    .where('workspace_id', '=', person.workspaceId)
    .where(isUndecided)
    .where('partnership_id', 'in', partnershipIds)
    .where('due_at', '>', now - askedForMs)
    .orderBy('due_at')
    .execute()
}

function findUndecided(db: Db, workspaceId: string, id: string): Promise<DeliveryRow | undefined> {
  return db
    .selectFrom('delivery')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

function toItem(row: DeliveryRow, { language, zone }: Person): Item {
  const where = channel(channelFor(row))
  const when = moment(row.due_at, zone, language)
  const button = (choice: Choice): ItemButton => ({
    action: `undecided:${choice}`,
    text: text.choices[choice](language),
    value: row.id,
  })
  return {
    id: `undecided:${row.id}`,
    title: (row.state === 'unknown' ? text.mayStand : text.notTaken)(language, where, when),
    detail: (row.state === 'unknown' ? text.mayStandAdvice : text.notTakenAdvice)(language, where),
    from: row.due_at,
    overdue: true,
    ...(row.partnership_id === '' ? {} : { partnershipId: row.partnership_id }),
    buttons: [...(row.state === 'unknown' ? [button('look')] : []), button('again'), button('leave')],
  }
}

async function doctor(db: Db): Promise<Finding[]> {
  const counts = await db
    .selectFrom('delivery')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where(sql<SqlBool>`state in ('unknown', 'failed')`)
    .groupBy('state')
    .execute()
  const countOf = (state: DeliveryState) => counts.find((one) => one.state === state)?.count ?? 0
  if (counts.length === 0) return [{ ok: true, about: 'messages: none is undecided' }]
  const about = `messages: ${countOf('unknown')} may or may not stand in Slack, ${countOf('failed')} were not taken`
  return [
    {
      ok: countOf('unknown') === 0,
      about,
      advice: 'The team leads can decide in their Home; rondo doctor why <channel> <date> tells more.',
    },
  ]
}
