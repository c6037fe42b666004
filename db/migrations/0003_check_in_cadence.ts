import type { Dialect } from './dialect.ts'

/** A check-in can serve a meeting, stand in any channel of its partnership, and ask people by their own clocks. */
export function checkInCadence({ integer, text }: Dialect): string[] {
  return [
    `alter table check_in add column meeting_at ${text}`,
    `alter table check_in add column own_zone ${integer} not null default 0 check (own_zone in (0, 1))`,
    `alter table check_in add column channel ${text} not null default 'shared' check (channel in ('marketing', 'sales', 'shared'))`,
    `alter table check_in_opening add column meets_at ${integer}`,
    `alter table check_in_opening add column own_from ${text}`,
    `alter table check_in_asked add column waits ${integer} not null default 0 check (waits in (0, 1))`,
    'create index check_in_asked_waits on check_in_asked (asked_at) where waits = 1',
  ]
}
