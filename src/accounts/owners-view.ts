import type { ModalView } from '@slack/types'
import { sideName } from '../partnerships/index.ts'
import { type Language, listInWords } from '../platform/i18n.ts'
import type { Item } from '../platform/rendered.ts'
import { context, escaped, field, modal, section } from '../platform/slack/blocks.ts'
import { fieldOf, type Gap, mostGaps } from './gap.ts'
import { noticeBlocks } from './list-views.ts'
import * as text from './owner-messages.ts'
import type { Inherited } from './owner-store.ts'
import { type Choosing, fromChoosing } from './place.ts'

const mostNamed = 5

/** To name owners of up to twenty accounts. @param gaps all of them @param notice what just happened; mrkdwn */
export function ownersView(language: Language, choosing: Choosing, gaps: readonly Gap[], notice?: string): ModalView {
  const here = gaps.slice(choosing.from, choosing.from + mostGaps)
  const shown = text.shown(language, choosing.from + 1, choosing.from + here.length, gaps.length)
  return modal({
    id: 'accounts:owners',
    title: text.title(language),
    submit: text.save(language),
    close: text.close(language),
    metadata: fromChoosing(choosing),
    blocks: [
      ...noticeBlocks(notice),
      section(text.about(language)),
      ...(gaps.length > here.length ? [context(shown)] : []),
      ...here.map((gap) => {
        const owner = gap.account.owners[gap.side]
        return field({
          id: fieldOf(gap),
          label: text.field(language, gap.account.name, sideName(gap.side, language)),
          element: { type: 'users_select', ...(owner ? { initial_user: owner.slackId } : {}) },
          optional: true,
        })
      }),
    ],
  })
}

/** What came of it, where there is nothing left to choose. @param sentence mrkdwn */
export const outcomeView = (language: Language, choosing: Choosing, sentence: string): ModalView =>
  modal({
    id: 'accounts:owners-outcome',
    title: text.title(language),
    close: text.close(language),
    metadata: fromChoosing(choosing),
    blocks: [section(sentence)],
  })

/** For who speaks for a side: all accounts that have no owner there, in one line. @param sides how many they speak for */
export function missingItem(
  gaps: readonly Gap[],
  partnership: { id: string; name: string },
  sides: number,
  language: Language,
): Item[] {
  const accounts = [...new Map(gaps.map(({ account }) => [account.id, account])).values()]
  if (accounts.length === 0) return []
  const words = sides > 1 ? text.missingOnBoth : text.missing
  const choosing = { partnershipId: partnership.id, formerId: undefined, from: 0 }
  return [
    {
      id: `accounts:owners:${partnership.id}`,
      title: words(language, accounts.length, escaped(partnership.name)),
      detail: namesInWords(accounts, language),
      from: Math.min(...accounts.map(({ addedAt }) => addedAt)),
      partnershipId: partnership.id,
      buttons: [{ action: 'accounts:owners', text: text.choose(language), value: fromChoosing(choosing) }],
    },
  ]
}

/** Tells somebody what is theirs since its owner left: all that came from one person. @param gaps at least one */
export function inheritedItem(
  gaps: readonly Gap[],
  { former, since }: Pick<Inherited, 'former' | 'since'>,
  partnershipId: string,
  language: Language,
): Item {
  const accounts = gaps.map(({ account }) => account)
  const [only] = accounts
  const value = fromChoosing({ partnershipId, formerId: former.id, from: 0 })
  const line =
    only && accounts.length === 1
      ? { title: text.inherited(language, escaped(only.name), escaped(former.name)) }
      : {
          title: text.severalInherited(language, accounts.length, escaped(former.name)),
          detail: namesInWords(accounts, language),
        }
  return {
    ...line,
    id: `accounts:inherited:${partnershipId}:${former.id}`,
    from: since,
    partnershipId,
    buttons: [
      { action: 'accounts:keep', text: text.keep(language), value },
      { action: 'accounts:give', text: text.give(language), value },
    ],
  }
}

/** "Vega, Nordic and 3 more", safe in mrkdwn. */
export function namesInWords(accounts: readonly { name: string }[], language: Language): string {
  const names = accounts.slice(0, mostNamed).map(({ name }) => escaped(name))
  const more = accounts.length - names.length
  return more > 0 ? text.andMore(language, names.join(', '), more) : listInWords(names, language)
}
