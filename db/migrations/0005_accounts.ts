import type { Dialect } from './dialect.ts'

/** Key accounts: who looks after them, what was said about them, and when they were discussed. */
export function accounts({ integer, text, table }: Dialect): string[] {
  const workspace = `workspace_id ${text} not null`
  const refersTo = (other: string) => `${text} not null references ${other} (id)`
  const ofAccount = `account_id ${text} not null primary key references account (id)`
  const side = `side ${text} not null check (side in ('marketing', 'sales'))`
  return [
    `create table account (
      id ${text} not null primary key,
      ${workspace},
      partnership_id ${refersTo('partnership')},
      name ${text} not null,
      name_key ${text} not null,
      tier ${text} not null check (tier in ('A', 'B', 'C')),
      crm_url ${text},
      revision ${integer} not null default 1,
      added_at ${integer} not null,
      added_by ${refersTo('person')},
      unique (partnership_id, name_key)
    )${table}`,

    `create table account_owner (
      ${workspace},
      account_id ${refersTo('account')},
      ${side},
      person_id ${refersTo('person')},
      since ${integer} not null,
      inherited_from ${text} references person (id),
      primary key (account_id, side)
    )${table}`,
    'create index account_owner_person on account_owner (person_id)',

    `create table account_archiving (
      ${ofAccount},
      ${workspace},
      archived_at ${integer} not null,
      archived_by ${refersTo('person')}
    )${table}`,

    `create table account_note (
      id ${text} not null primary key,
      ${workspace},
      account_id ${refersTo('account')},
      occurrence_id ${text} references occurrence (id),
      person_id ${refersTo('person')},
      ${side},
      kind ${text} not null check (kind in ('changed', 'customer', 'next step', 'note')),
      text ${text} not null,
      said_on ${text} not null
    )${table}`,
    'create index account_note_account on account_note (account_id, said_on, id)',
    'create index account_note_occurrence on account_note (occurrence_id, account_id, person_id) where occurrence_id is not null',

    `create table account_discussion (
      ${workspace},
      account_id ${refersTo('account')},
      occurrence_id ${refersTo('occurrence')},
      discussed_at ${integer} not null,
      primary key (account_id, occurrence_id)
    )${table}`,
    'create index account_discussion_occurrence on account_discussion (occurrence_id)',

    `create table account_next (
      ${ofAccount},
      ${workspace},
      chosen_at ${integer} not null,
      chosen_by ${refersTo('person')}
    )${table}`,

    `create table account_import (
      id ${text} not null primary key,
      ${workspace},
      partnership_id ${refersTo('partnership')},
      person_id ${refersTo('person')},
      rows ${text} not null,
      made_at ${integer} not null,
      unique (partnership_id, person_id)
    )${table}`,
  ]
}
