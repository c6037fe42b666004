import type { Dialect } from './dialect.ts'

/** Who looks at Home, and what was changed and exported. */
export function home({ integer, text, table }: Dialect): string[] {
  return [
    `create table home_view (
      person_id ${text} not null primary key references person (id),
      workspace_id ${text} not null,
      opened_at ${integer} not null,
      published_at ${integer} not null,
      due_at ${integer}
    )${table}`,
    'create index home_view_due on home_view (due_at) where due_at is not null',
    'create index home_view_published on home_view (published_at)',

    `create table audit (
      id ${text} not null primary key,
      workspace_id ${text} not null,
      at ${integer} not null,
      person_id ${text} not null references person (id),
      what ${text} not null,
      about ${text} not null
    )${table}`,
    'create index audit_workspace on audit (workspace_id, at)',
  ]
}
