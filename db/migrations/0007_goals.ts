import type { Dialect } from './dialect.ts'

/** Shared goals. */
export function goals({ integer, text, table }: Dialect): string[] {
  const id = `id ${text} not null primary key`
  const workspace = `workspace_id ${text} not null`
  const refersTo = (other: string) => `${text} not null references ${other} (id)`
  return [
    `create table goal (
      ${id},
      ${workspace},
      partnership_id ${refersTo('partnership')},
      name ${text} not null,
      unit ${text} not null,
      start ${text} not null,
      target ${text} not null,
      from_date ${text} not null,
      due_date ${text} not null,
      created_at ${integer} not null,
      created_by ${text} not null
    )${table}`,
    'create index goal_partnership on goal (partnership_id)',

    `create table goal_owner (
      ${workspace},
      goal_id ${refersTo('goal')},
      side ${text} not null check (side in ('marketing', 'sales')),
      person_id ${refersTo('person')},
      since ${integer} not null,
      inherited_from ${text} references person (id),
      primary key (goal_id, side)
    )${table}`,
    'create index goal_owner_person on goal_owner (person_id)',

    `create table goal_number (
      ${id},
      ${workspace},
      goal_id ${refersTo('goal')},
      value ${text} not null,
      date ${text} not null,
      noted_at ${integer} not null,
      noted_by ${text} not null
    )${table}`,
    'create index goal_number_goal on goal_number (goal_id, date)',

    `create table goal_end (
      goal_id ${text} not null primary key references goal (id),
      ${workspace},
      how ${text} not null check (how in ('reached', 'stopped')),
      reason ${text} not null,
      ended_at ${integer} not null,
      ended_by ${text} not null
    )${table}`,
  ]
}
