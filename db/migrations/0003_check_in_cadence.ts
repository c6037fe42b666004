import type { Dialect } from './dialect.ts'

/** A check-in can serve a meeting, and people can be asked in their own zone. */
export function checkInCadence({ integer, text }: Dialect): string[] {
  return [
    `alter table check_in add column meeting_at ${text}`,
    `alter table check_in add column own_zone ${integer} not null default 0 check (own_zone in (0, 1))`,
  ]
}
