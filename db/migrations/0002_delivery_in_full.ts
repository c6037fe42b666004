import type { Dialect } from './dialect.ts'

/** Partnerships take turns, dates can be skipped or moved, and what nobody could tell is found at once. */
export function deliveryInFull({ integer, text, table }: Dialect): string[] {
  return [
    `alter table delivery add column partnership_id ${text} not null default ''`,
    `alter table occurrence add column date ${text}`,
    `alter table schedule add column exceptions ${text} not null default '[]'`,
    `create index schedule_resting on schedule (retry_at) where status = 'active' and retry_at is not null`,
    `create index delivery_undecided on delivery (workspace_id) where state in ('unknown', 'failed')`,

    `alter table check_in_opening add column open ${integer} not null default 1 check (open in (0, 1))`,
    'update check_in_opening set open = 0 where exists (select 1 from check_in_closing where check_in_closing.occurrence_id = check_in_opening.occurrence_id)',
    'drop index check_in_opening_deadline',
    'create index check_in_opening_open on check_in_opening (deadline_at) where open = 1',

    `create table restore (
      id ${text} not null primary key,
      at ${integer} not null,
      since ${integer} not null,
      confirmed ${integer} not null check (confirmed in (0, 1))
    )${table}`,
  ]
}
