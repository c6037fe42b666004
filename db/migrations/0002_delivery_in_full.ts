import type { Dialect } from './dialect.ts'

/** Partnerships take turns, dates can be skipped or moved, and what nobody could tell is found at once. */
export function deliveryInFull({ text }: Dialect): string[] {
  return [
    `alter table delivery add column partnership_id ${text} not null default ''`,
    `alter table schedule add column exceptions ${text} not null default '[]'`,
    `create index schedule_resting on schedule (retry_at) where status = 'active' and retry_at is not null`,
    `create index delivery_undecided on delivery (workspace_id) where state in ('unknown', 'failed')`,
  ]
}
