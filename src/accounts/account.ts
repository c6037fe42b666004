import type { Side } from '../partnerships/index.ts'

/** As they stand everywhere. */
export const sides = ['marketing', 'sales'] as const satisfies readonly Side[]

export const tiers = ['A', 'B', 'C'] as const
/** How much an account matters to both sides: A most. */
export type Tier = (typeof tiers)[number]

/** A customer that both sides look after. */
export interface Account {
  id: string
  workspaceId: string
  partnershipId: string
  name: string
  tier: Tier
  /** https only. */
  crmUrl: string | undefined
  /** Only those who are on that side now. */
  owners: Partial<Record<Side, Owner>>
  /** Grows with each edit. */
  revision: number
  /** Epoch milliseconds. */
  addedAt: number
  /** When a check-in last took it up: epoch milliseconds; undefined: never. */
  discussedAt: number | undefined
  /** *Discuss next time*: since when, epoch milliseconds, and by whom. */
  next: Mark | undefined
  archived: Mark | undefined
}

export interface Owner {
  id: string
  name: string
  slackId: string
}

interface Mark {
  at: number
  byName: string
}

/** What can be said of an account before it is kept. */
export interface AccountFacts {
  name: string
  tier: Tier
  crmUrl: string | undefined
  ownerIds: Partial<Record<Side, string>>
}

export const mostNameLength = 80
const mostUrlLength = 500
/** As it stands in a paragraph, where each & takes five characters: with long names beside it, it still fits. */
const mostUrlWidth = 1_000

/** A name as it is kept: without what cannot be seen, and with single spaces. */
export function tidyName(typed: string): string {
  return typed
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}

/** By which names are compared: no two accounts of a partnership have the same. */
export const nameKey = (name: string): string => tidyName(name).toLowerCase()

/** A link to the CRM as it is kept, safe to be put in a link of Slack; undefined where it is none: https only, no password in it. */
export function crmUrlOf(typed: string): string | undefined {
  const url = URL.parse(typed.trim())
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined
  if (!url.hostname.includes('.')) return undefined
  const href = url.href.replaceAll('|', '%7C')
  const width = href.replaceAll('&', '&amp;').length
  return href.length <= mostUrlLength && width <= mostUrlWidth ? href : undefined
}

/** By tier, then the longest not discussed; never counts from when it was added. */
export function inOrderOfTheList(one: Account, other: Account): number {
  return (
    compare(one.tier, other.tier) ||
    lastHeardOf(one) - lastHeardOf(other) ||
    compare(nameKey(one.name), nameKey(other.name))
  )
}

/** When it was last discussed, else added: epoch milliseconds. */
export const lastHeardOf = ({ discussedAt, addedAt }: Pick<Account, 'discussedAt' | 'addedAt'>): number =>
  discussedAt ?? addedAt

export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
