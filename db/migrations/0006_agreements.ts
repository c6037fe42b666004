import type { Dialect } from './dialect.ts'

/** Working agreements. */
export function agreements({ integer, text, table }: Dialect): string[] {
  const id = `id ${text} not null primary key`
  const workspace = `workspace_id ${text} not null`
  const side = `side ${text} not null check (side in ('marketing', 'sales'))`
  const refersTo = (other: string) => `${text} not null references ${other} (id)`
  return [
    `create table agreement (
      ${id},
      ${workspace},
      partnership_id ${refersTo('partnership')},
      kind ${text} not null check (kind in (
        'lead_definition', 'ideal_customer', 'who_does_what', 'data_standard', 'rules', 'shared_words')),
      lead_type ${text} not null,
      lead_type_key ${text} not null,
      created_at ${integer} not null,
      unique (partnership_id, kind, lead_type_key)
    )${table}`,

    `create table agreement_version (
      ${id},
      ${workspace},
      agreement_id ${refersTo('agreement')},
      content ${text} not null,
      why ${text} not null,
      proposed_at ${integer} not null,
      proposed_by ${refersTo('person')}
    )${table}`,
    'create index agreement_version_agreement on agreement_version (agreement_id, proposed_at)',

    `create table agreement_consent (
      ${workspace},
      version_id ${refersTo('agreement_version')},
      ${side},
      person_id ${refersTo('person')},
      consented_at ${integer} not null,
      primary key (version_id, side)
    )${table}`,

    `create table agreement_outcome (
      version_id ${text} not null primary key references agreement_version (id),
      ${workspace},
      agreement_id ${refersTo('agreement')},
      how ${text} not null check (how in ('agreed', 'replaced', 'withdrawn')),
      decided_at ${integer} not null,
      decided_by ${refersTo('person')},
      number ${integer},
      review_date ${text},
      unique (agreement_id, number),
      check ((how = 'agreed') = (number is not null and review_date is not null))
    )${table}`,

    `create table agreement_renewal (
      ${workspace},
      version_id ${refersTo('agreement_version')},
      review_date ${text} not null,
      ${side},
      person_id ${refersTo('person')},
      renewed_at ${integer} not null,
      primary key (version_id, review_date, side)
    )${table}`,
  ]
}
