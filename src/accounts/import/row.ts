/** A row of a file, as what it wants of an account. Nothing of a cell is trusted. */
import { z } from 'zod'
import type { Member, Side } from '../../partnerships/index.ts'
import { crmUrlOf, mostNameLength, type Tier, tidyName } from '../account.ts'
import { type Column, columns } from './columns.ts'
import type { Row } from './table.ts'

/** What a row says; what it does not say changes nothing. */
export interface Wish {
  line: number
  name: string
  tier: Tier | undefined
  crmUrl: string | undefined
  ownerIds: Partial<Record<Side, string>>
}

export const problemKinds = [
  'no name',
  'name too long',
  'no tier',
  'nobody',
  'several people',
  'other side',
  'no link',
  'cells beyond',
  'twice',
  'archived',
] as const

/** What is wrong in a cell, and what it says. */
export interface Problem {
  what: (typeof problemKinds)[number]
  column: Column
  cell: string
  /** All whom it could mean, where they are several. */
  people?: Called[]
}

const called = z.object({ name: z.string(), slackId: z.string() })
export type Called = z.infer<typeof called>

/** A row that cannot be used as it is. */
export interface Wrong {
  line: number
  /** As typed; '' where it has none. */
  name: string
  problems: Problem[]
}

export type Read = { ok: true; wish: Wish } | { ok: false; wrong: Wrong }

/** How the rows of a partnership are read. @param members of both sides */
export function rowReader(members: readonly Member[]): (row: Row) => Read {
  const wishes = wishOf(members)
  return ({ line, cells, beyond }) => {
    const typed = (column: Column): string => cells[column] ?? ''
    const read = wishes.safeParse(Object.fromEntries(columns.map((column) => [column, typed(column)])))
    const name = tidyName(typed('name'))
    const problems = (read.error?.issues ?? []).map((issue): Problem => {
      const column = z.enum(columns).parse(issue.path[0])
      const more = issue.code === 'custom' ? about.parse(issue.params) : {}
      return { what: z.enum(problemKinds).parse(issue.message), column, cell: typed(column), ...more }
    })
    if (beyond.length > 0) problems.push({ what: 'cells beyond', column: 'name', cell: '' })
    if (!read.success || beyond.length > 0) return { ok: false, wrong: { line, name, problems } }
    const { marketing, sales, crm, ...said } = read.data
    const ownerIds = { ...(marketing && { marketing }), ...(sales && { sales }) }
    return { ok: true, wish: { line, ...said, crmUrl: crm, ownerIds } }
  }
}

const wishOf = (members: readonly Member[]) =>
  z.object({
    name: cell((typed) => nameIn(typed)),
    tier: cell(unlessEmpty(tierIn)),
    marketing: cell(unlessEmpty((typed) => ownerIn(typed, 'marketing', members))),
    sales: cell(unlessEmpty((typed) => ownerIn(typed, 'sales', members))),
    crm: cell(unlessEmpty(linkIn)),
  })

type Found<T> = { is: T } | { wrong: Problem['what']; people?: Called[] }

/** What is known of a problem beside its kind. */
const about = z.object({ people: z.array(called).exactOptional() })

function cell<T>(read: (typed: string) => Found<T>) {
  return z.string().transform((typed, context) => {
    const found = read(typed)
    if ('is' in found) return found.is
    const { wrong, ...params } = found
    context.addIssue({ code: 'custom', message: wrong, params })
    return z.NEVER
  })
}

const unlessEmpty =
  <T>(read: (typed: string) => Found<T>) =>
  (typed: string): Found<T | undefined> =>
    typed.trim() === '' ? { is: undefined } : read(typed)

function nameIn(typed: string): Found<string> {
  const name = tidyName(typed)
  if (name === '') return { wrong: 'no name' }
  return [...name].length > mostNameLength ? { wrong: 'name too long' } : { is: name }
}

function tierIn(typed: string): Found<Tier> {
  const said = /^(?:tier|niveau)?\s*([abc])$/i.exec(tidyName(typed))?.[1]?.toUpperCase()
  return said === 'A' || said === 'B' || said === 'C' ? { is: said } : { wrong: 'no tier' }
}

function linkIn(typed: string): Found<string> {
  const url = crmUrlOf(typed)
  return url === undefined ? { wrong: 'no link' } : { is: url }
}

/**
 * By Slack id, else by the whole name, else by how it begins: the first name, where only one on that side has it. With or without
 * an @ before it, in any case. Whoever has exactly that name is meant before those whose name begins with it: what was exported
 * can be imported.
 */
function ownerIn(typed: string, side: Side, members: readonly Member[]): Found<string> {
  const slackId = /^(?:<?@)?(\w+)(?:\|[^>]*)?>?$/.exec(typed.trim())?.[1]
  const key = keyOf(typed)
  const ways: ((person: Member['person']) => boolean)[] = [
    (person) => person.slackId === slackId,
    ({ name }) => keyOf(name) === key,
    ({ name }) => keyOf(name).startsWith(`${key} `),
  ]
  const called = (some: readonly Member[]) =>
    ways.map((way) => some.filter(({ person }) => way(person))).find(({ length }) => length > 0)
  const found = called(members.filter((member) => member.side === side))
  const [one, another] = found ?? []
  if (!found || !one) return { wrong: called(members) ? 'other side' : 'nobody' }
  if (!another) return { is: one.person.id }
  return { wrong: 'several people', people: found.map(({ person: { name, slackId } }) => ({ name, slackId })) }
}

const keyOf = (name: string): string => tidyName(name).replace(/^@\s*/, '').toLowerCase()
