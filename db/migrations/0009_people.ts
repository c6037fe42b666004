import type { Dialect } from './dialect.ts'

/** How each person wants to be spoken to, and what was handed on. */
export function people({ text }: Dialect): string[] {
  return [
    `alter table person add column messages ${text} not null default 'daily' check (messages in ('daily', 'monday', 'home'))`,
    `alter table person add column own_language ${text} check (own_language in ('en', 'nl'))`,
  ]
}
