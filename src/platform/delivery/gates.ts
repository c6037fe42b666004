import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'
import type { DeliveryRow } from './row.ts'

/**
 * Gates say "not before" to all replicas. A workspace's is closed when Slack asks for a pause or refuses everything; a
 * recipient's keeps its messages apart; those of the looks and of the updates hold back only these, since Slack limits each
 * method by itself.
 */
const recipientScope = (row: Pick<DeliveryRow, 'workspace_id' | 'recipient'>): string =>
  `${row.workspace_id}:${row.recipient}`

export const looksScope = (workspaceId: string): string => `${workspaceId}:looks`

const updatesScope = (workspaceId: string): string => `${workspaceId}:updates`

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

/**
 * Passes the gates of a delivery and closes its recipient's behind it.
 * @returns undefined when it passed; otherwise when the gate opens
 */
export async function takeGate(
  trx: Transaction,
  row: DeliveryRow,
  now: number,
  spacingMs: number,
): Promise<number | undefined> {
  const workspace = await findGate(trx, row.workspace_id)
  if (workspace !== undefined && workspace > now) return workspace
  // An update replaces a message and adds none; what asks for updates spaces them.
  if (row.kind === 'update') {
    const updates = await findGate(trx, updatesScope(row.workspace_id))
    return updates !== undefined && updates > now ? updates : undefined
  }
  const scope = recipientScope(row)
  const taken = await trx
    .insertInto('gate')
    .values({ scope, not_before: now + spacingMs })
    .onConflict((conflict) =>
      conflict
        .column('scope')
        .doUpdateSet({ not_before: now + spacingMs })
        .where('gate.not_before', '<=', now),
    )
    .returning('scope')
    .executeTakeFirst()
  return taken ? undefined : await findGate(trx, scope)
}

async function findGate(db: Db | Transaction, scope: string): Promise<number | undefined> {
  const gate = await db.selectFrom('gate').select('not_before').where('scope', '=', scope).executeTakeFirst()
  return gate?.not_before
}
