import type { Dialect } from './dialect.ts'

/** How each person wants to be spoken to, and what was said to somebody in their place. */
export function people({ text }: Dialect): string[] {
  return [
    `alter table person add column messages ${text} not null default 'daily' check (messages in ('daily', 'monday', 'home'))`,
    `alter table person add column own_language ${text} check (own_language in ('en', 'nl'))`,
    `alter table delivery add column pilot_id ${text} references person (id)`,
    `create index delivery_told on delivery (recipient, sent_at) where kind = 'dm'`,
  ]
}
