import { sideName } from '../partnerships/index.ts'
import type { Language } from '../platform/i18n.ts'
import { escaped } from '../platform/slack/blocks.ts'
import { sides } from './account.ts'
import * as say from './messages.ts'
import type { Pick } from './pick.ts'

/** One line about an account that is discussed: its name and tier, who looks after it on each side, and the CRM. mrkdwn */
export function accountLine(pick: Pick, language: Language): string {
  const crm = pick.crmUrl === undefined ? [] : [crmLink(pick.crmUrl)]
  return [
    `*${escaped(pick.name)}* (${say.tier(language, pick.tier)})`,
    ...ownersInWords(pick.owners, language),
    ...crm,
  ].join(' · ')
}

/** "Marketing: Anna", "Sales: without owner". mrkdwn */
const ownersInWords = (owners: Pick['owners'], language: Language): string[] =>
  sides.map((side) => `${sideName(side, language)}: ${escaped(owners[side]?.name ?? say.withoutOwner(language))}`)

/** Who looks after an account, on a line of its own. mrkdwn */
export const ownersLine = (owners: Pick['owners'], language: Language): string =>
  sides.some((side) => owners[side]) ? ownersInWords(owners, language).join(' · ') : say.noOwners(language)

/** @param url as `crmUrlOf` made it */
export const crmLink = (url: string): string => `<${escaped(url)}|CRM>`
