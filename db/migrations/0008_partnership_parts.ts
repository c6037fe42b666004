import type { Dialect } from './dialect.ts'

/** Parts that are turned on, whom to call for what, and who came or went. */
export function partnershipParts({ integer, text, table }: Dialect): string[] {
  const workspace = `workspace_id ${text} not null`
  const refersTo = (other: string) => `${text} not null references ${other} (id)`
  return [
    `alter table partnership add column pilot_id ${text} references person (id)`,
    `create table partnership_part (
      ${workspace},
      partnership_id ${refersTo('partnership')},
      part ${text} not null check (part in ('feedback', 'handoffs', 'accounts', 'agreements', 'pulse')),
      turned_on_at ${integer} not null,
      turned_on_by ${text} not null,
      primary key (partnership_id, part)
    )${table}`,
  ]
}
