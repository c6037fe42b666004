import type { Dialect } from './dialect.ts'

/** Who leads a check-in, who need not answer, what was decided, and questions of one date alone. */
export function checkInRunning({ integer, text, table }: Dialect): string[] {
  const workspace = `workspace_id ${text} not null`
  const refersTo = (other: string) => `${text} not null references ${other} (id)`
  return [
    `alter table check_in_opening add column questions ${text}`,
    `alter table check_in_asked add column required ${integer} not null default 1 check (required in (0, 1))`,
    `create table check_in_part (
      ${workspace},
      check_in_id ${refersTo('check_in')},
      person_id ${refersTo('person')},
      part ${text} not null check (part in ('optional', 'observer')),
      primary key (check_in_id, person_id)
    )${table}`,
  ]
}
