import type { Dialect } from './dialect.ts'

/** Parts that are turned on, whom to call for what, and who came or went. */
export function partnershipParts({ integer, text, table }: Dialect): string[] {
  const workspace = `workspace_id ${text} not null`
  const refersTo = (other: string) => `${text} not null references ${other} (id)`
  const side = `side ${text} not null check (side in ('marketing', 'sales'))`
  const part = `${text} not null check (part in ('feedback', 'handoffs', 'accounts', 'agreements', 'pulse'))`
  return [
    `alter table partnership add column pilot_id ${text} references person (id)`,
    `create table partnership_part (
      ${workspace},
      partnership_id ${refersTo('partnership')},
      part ${part},
      turned_on_at ${integer} not null,
      turned_on_by ${text} not null,
      primary key (partnership_id, part)
    )${table}`,
    `create table partnership_part_refusal (
      ${workspace},
      partnership_id ${refersTo('partnership')},
      part ${part},
      refused_at ${integer} not null,
      refused_by ${refersTo('person')},
      primary key (partnership_id, part, refused_at)
    )${table}`,

    `create table contact_person (
      ${workspace},
      partnership_id ${refersTo('partnership')},
      ${side},
      person_id ${refersTo('person')},
      subject ${text} not null,
      since ${integer} not null,
      primary key (partnership_id, side, subject, person_id)
    )${table}`,
    `insert into contact_person (workspace_id, partnership_id, side, person_id, subject, since)
      select workspace_id, partnership_id, side, person_id, '', since from partnership_role where role = 'contact_person'`,
    `create table former_role as select * from partnership_role where role != 'contact_person'`,
    'drop table partnership_role',
    `create table partnership_role (
      ${workspace},
      partnership_id ${refersTo('partnership')},
      ${side},
      role ${text} not null check (role in ('team_lead', 'deputy')),
      person_id ${refersTo('person')},
      since ${integer} not null,
      primary key (partnership_id, side, role)
    )${table}`,
    'insert into partnership_role select workspace_id, partnership_id, side, role, person_id, since from former_role',
    'drop table former_role',
    'create index partnership_role_person on partnership_role (person_id)',

    `create table channel_move (
      id ${text} not null primary key,
      ${workspace},
      partnership_id ${refersTo('partnership')},
      person_id ${refersTo('person')},
      channel_id ${text} not null,
      what ${text} not null check (what in ('joined', 'left')),
      moved_at ${integer} not null,
      answer ${text} check (answer in ('marketing', 'sales', 'not part of it', 'taken off', 'stays', 'moved again')),
      answered_at ${integer},
      answered_by ${text} references person (id)
    )${table}`,
    'create unique index channel_move_open on channel_move (partnership_id, person_id) where answered_at is null',
    'create index person_gone on person (id) where deactivated_at is not null',
  ]
}
