import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'
import type { DeliveryRow } from './row.ts'

/**
 * Gates say "not before" to all replicas. A workspace's is closed when Slack asks for a pause or refuses everything; a
 * recipient's keeps its messages apart; those of the looks and of the updates hold back only these, since Slack limits each
 * method by itself.
 */
export const recipientScope = (row: Pick<DeliveryRow, 'workspace_id' | 'recipient'>): string =>
  `${row.workspace_id}:${row.recipient}`

export const looksScope = (workspaceId: string): string => `${workspaceId}:looks`

export const updatesScope = (workspaceId: string): string => `${workspaceId}:updates`

/** The gate that a pause Slack asks for closes. */
export const pauseScope = ({ kind, workspace_id }: Pick<DeliveryRow, 'kind' | 'workspace_id'>): string =>
  kind === 'update' ? updatesScope(workspace_id) : workspace_id

/** The gate of a delivery beside that of its workspace, for a query over `delivery`. */
export const ownScope = sql<string>`delivery.workspace_id || ':' || case
  when delivery.state = 'unsure' then 'looks' when delivery.kind = 'update' then 'updates' else delivery.recipient end`

/** Whether nothing holds a delivery back, for a query over `delivery`. */
export const gatesOpen = (now: number): RawBuilder<SqlBool> => sql<SqlBool>`not exists (
  select 1 from gate where gate.not_before > ${now} and gate.scope in (delivery.workspace_id, ${ownScope}))`

/** Keeps a gate closed until then; never opens it earlier. @param until epoch milliseconds */
export async function closeGate(db: Db, scope: string, until: number): Promise<void> {
  await db
    .insertInto('gate')
    .values({ scope, not_before: until })
    .onConflict((conflict) =>
      conflict.column('scope').doUpdateSet({ not_before: until }).where('gate.not_before', '<', until),
    )
    .execute()
}

/** Has everybody else who wants to pass a recipient's gate wait until this transaction ends. */
export async function lockGate(trx: Transaction, row: DeliveryRow): Promise<void> {
  if (row.kind === 'update') return
  await trx
    .insertInto('gate')
    .values({ scope: recipientScope(row), not_before: 0 })
    .onConflict((conflict) =>
      conflict.column('scope').doUpdateSet(({ ref }) => ({ not_before: ref('gate.not_before') })),
    )
    .execute()
}

/**
 * Passes the gates of a delivery, of which its recipient's is locked, and closes that behind it.
 * @returns undefined when it passed; otherwise when the gate opens
 */
export async function takeGate(
  trx: Transaction,
  row: DeliveryRow,
  now: number,
  spacingMs: number,
): Promise<number | undefined> {
  // An update replaces a message and adds none; what asks for updates spaces them.
  const own = row.kind === 'update' ? updatesScope(row.workspace_id) : recipientScope(row)
  for (const scope of [row.workspace_id, own]) {
    const opensAt = await findGate(trx, scope)
    if (opensAt !== undefined && opensAt > now) return opensAt
  }
  if (row.kind === 'update') return undefined
  await trx
    .updateTable('gate')
    .set({ not_before: now + spacingMs })
    .where('scope', '=', own)
    .execute()
  return undefined
}

async function findGate(db: Db | Transaction, scope: string): Promise<number | undefined> {
  const gate = await db.selectFrom('gate').select('not_before').where('scope', '=', scope).executeTakeFirst()
  return gate?.not_before
}
