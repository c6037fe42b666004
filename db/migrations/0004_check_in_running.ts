import type { Dialect } from './dialect.ts'

/** Who leads a check-in, who need not answer, what was decided, and questions of one date alone. */
export function checkInRunning({ integer, text, table }: Dialect): string[] {
  const id = `id ${text} not null primary key`
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

    `create table check_in_facilitator (
      ${id},
      ${workspace},
      occurrence_id ${text} not null references check_in_opening (occurrence_id),
      person_id ${refersTo('person')},
      side ${text} not null check (side in ('marketing', 'sales')),
      since ${integer} not null,
      handed_by ${text} references person (id)
    )${table}`,
    'create index check_in_facilitator_occurrence on check_in_facilitator (occurrence_id, since)',

    `create table decision (
      ${id},
      ${workspace},
      partnership_id ${refersTo('partnership')},
      occurrence_id ${text} not null references check_in_opening (occurrence_id),
      text ${text} not null,
      made_at ${integer} not null,
      made_by ${refersTo('person')}
    )${table}`,
    'create index decision_occurrence on decision (occurrence_id)',
    'create index decision_partnership on decision (partnership_id, made_at)',

    `create table decision_withdrawal (
      decision_id ${text} not null primary key references decision (id),
      ${workspace},
      withdrawn_at ${integer} not null,
      withdrawn_by ${refersTo('person')}
    )${table}`,
  ]
}
