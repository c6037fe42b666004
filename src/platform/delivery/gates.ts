import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'
import type { DeliveryRow } from './row.ts'

/**
 * Gates say "not before" to all replicas. A workspace's is closed when Slack asks for a pause or refuses everything; a
 * recipient's keeps its messages apart; that of the looks holds back only looks.
 */
export const recipientScope = (row: Pick<DeliveryRow, 'workspace_id' | 'recipient'>): string =>
  `${row.workspace_id}:${row.recipient}`

export const looksScope = (workspaceId: string): string => `${workspaceId}:looks`

/** The same scopes in SQL, for a query over `delivery`. */
export const openToRecipient = closedNot(sql`delivery.workspace_id || ':' || delivery.recipient`)
export const openToLooks = closedNot(sql`delivery.workspace_id || ':looks'`)

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
  if (row.kind === 'update') return undefined
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

function closedNot(scope: RawBuilder<unknown>): (now: number) => RawBuilder<SqlBool> {
  return (now) => sql<SqlBool>`not exists (
    select 1 from gate where gate.not_before > ${now} and gate.scope in (delivery.workspace_id, ${scope}))`
}
