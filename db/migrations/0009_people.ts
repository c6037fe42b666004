import type { Dialect } from './dialect.ts'

/** How each person wants to be spoken to, what was said to somebody in their place, and what was handed on. */
export function people({ integer, text, table }: Dialect): string[] {
  return [
    `alter table person add column messages ${text} not null default 'daily' check (messages in ('daily', 'monday', 'home'))`,
    `alter table person add column own_language ${text} check (own_language in ('en', 'nl'))`,
    `alter table delivery add column pilot_id ${text} references person (id)`,
    `create index delivery_told on delivery (recipient, sent_at) where kind = 'dm'`,

    `create table action_handover (
      id ${text} not null primary key,
      workspace_id ${text} not null,
      action_id ${text} not null references action (id),
      from_id ${text} references person (id),
      to_id ${text} references person (id),
      why ${text} not null check (why in ('left', 'given', 'taken')),
      handed_at ${integer} not null,
      handed_by ${text} references person (id),
      kept_at ${integer}
    )${table}`,
    'create index action_handover_action on action_handover (action_id, handed_at)',

    `create table action_reopening (
      id ${text} not null primary key,
      workspace_id ${text} not null,
      action_id ${text} not null references action (id),
      ended_at ${integer} not null,
      ended_by ${text} not null,
      reopened_at ${integer} not null,
      reopened_by ${text} not null
    )${table}`,
    'create index action_end_ended on action_end (workspace_id, ended_at)',
  ]
}
