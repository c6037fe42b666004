import type { LocalDate } from '../../calendar/local-date.ts'
import { startOfDay } from '../../calendar/wall-time.ts'
import { type Side, sideName } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import type { PartnershipRef } from '../../platform/person.ts'
import type { Item } from '../../platform/rendered.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import type { Action } from '../action.ts'
import * as common from '../messages.ts'
import { actionButtons } from '../views.ts'
import * as say from './messages.ts'

/** Something late, for somebody who did not promise it. */
export interface Late {
  action: Action
  /** The name of who did. */
  owner: string
  away: boolean
  side: Side
  /** Whether it is the reader's own side. */
  mine: boolean
  /** Since when they hear of it. */
  since: LocalDate
  partnership: PartnershipRef
}

/** One reads so many; of more, a number. */
const mostLines = 5

/** Lines of their own; where they are many, one that says how many. */
export function lateItems(all: readonly Late[], language: Language): Item[] {
  if (all.length <= mostLines) return all.map((late) => lateItem(late, language))
  const count = all.every(({ mine }) => mine) ? say.manyInYourTeam : say.many
  return [
    {
      id: 'actions:late',
      title: count(language, all.length),
      from: Math.min(...all.map(heardFrom)),
      overdue: true,
      buttons: [{ action: 'actions:late', text: say.show(language), value: 'all' }],
    },
  ]
}

/** One of them, with what can be done about it. */
export function lateItem(late: Late, language: Language): Item {
  const { action, owner, away, side, mine, partnership } = late
  const text = escaped(action.text)
  const name = escaped(owner)
  return {
    id: `actions:${action.id}`,
    title: mine
      ? say.lateInYourTeam(language, text)
      : say.lateIn(language, sideName(side, language), escaped(partnership.name), text),
    detail: [
      `${name}, ${common.since(language, action.dueDate)}`,
      ...(away ? [say.isAway(language)] : []),
      ...(action.movedBecause ? [common.moved(language, escaped(action.movedBecause))] : []),
    ].join(' · '),
    from: heardFrom(late),
    overdue: true,
    buttons: actionButtons(action, language, true),
  }
}

const heardFrom = ({ since, partnership }: Late): number => startOfDay(since, partnership.zone)
