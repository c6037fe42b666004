import { toLocal } from '../calendar/wall-time.ts'
import type { Partnership } from '../partnerships/index.ts'
import { fromNowInWords, type Language } from '../platform/i18n.ts'
import type { PartnershipRef } from '../platform/person.ts'
import type { Item, ItemButton } from '../platform/rendered.ts'
import { channel, escaped, moment } from '../platform/slack/blocks.ts'
import { noAccounts } from './key-accounts/messages.ts'
import * as say from './messages.ts'
import { askedFrom, type CheckIn, isExtra, type Missed, type Occurrence } from './occurrence.ts'
import { answerUntil } from './opening/messages.ts'
import { channelNames } from './planning/plan.ts'
import { templates } from './templates/all.ts'

/** Its own name; else that of its template in the reader's language. Not escaped. */
export function nameOf(checkIn: CheckIn, language: Language): string {
  return checkIn.name || (templates[checkIn.template]?.name(language) ?? checkIn.template)
}

/** Its name; an extra one says that it is, since it may share its date. Not escaped. */
export function headingOf({ checkIn, slot }: Occurrence, language: Language): string {
  const name = nameOf(checkIn, language)
  return isExtra(slot) ? say.extra(language, name) : name
}

/** How people speak of it: 'check-in of 12 May'. */
export function spokenOf(occurrence: Occurrence, zone: string, language: Language): string {
  const words = isExtra(occurrence.slot) ? say.extraCheckInOf : say.checkInOf
  return words(language, heldOn(occurrence, zone))
}

/** The date on which it is held, in the partnership's zone. */
export const heldOn = (occurrence: Occurrence, zone: string): string =>
  occurrence.date ?? toLocal(occurrence.dueAt, zone).date

export function answerButton(occurrence: Occurrence, language: Language): ItemButton {
  const text = (occurrence.closed ? say.addMine : say.answer)(language)
  return { action: 'checkins:answer', text, value: occurrence.id, primary: !occurrence.closed }
}

/** One's own line: it waits for answers. @param zone of the person */
export function waitingItem(
  occurrence: Occurrence,
  partnership: PartnershipRef,
  { language, zone }: { language: Language; zone: string },
): Item {
  const name = escaped(headingOf(occurrence, language))
  return {
    id: `checkins:${occurrence.id}`,
    title: say.nudgeTitle(language, name, escaped(partnership.name)),
    detail: answerUntil(language, moment(occurrence.deadlineAt, zone, language)),
    from: askedFrom(occurrence, zone),
    partnershipId: partnership.id,
    buttons: [
      answerButton(occurrence, language),
      { action: 'checkins:skip', text: say.skip(language), value: occurrence.id },
      { action: 'workspaces:away', text: say.imAway(language), value: 'choose' },
    ],
  }
}

/** A date that is still to come. @param kind today's is announced @param zone of the person */
export function comingItem(
  checkIn: CheckIn,
  partnership: PartnershipRef,
  { dueAt, now }: { dueAt: number; now: number },
  kind: 'today' | 'later',
  { language, zone }: { language: Language; zone: string },
): Item {
  const name = escaped(nameOf(checkIn, language))
  const title = kind === 'today' ? say.opensLater : say.comingTitle
  return {
    id: `checkins:${checkIn.id}:${dueAt}`,
    title: title(language, name, escaped(partnership.name)),
    detail: `${moment(dueAt, zone, language)} (${fromNowInWords(dueAt, now, language)})`,
    from: dueAt,
    partnershipId: partnership.id,
    buttons: [],
  }
}

/** For a team lead: a date was not held, through no fault of theirs. @param zone of the person */
export function missedItem(
  checkIn: CheckIn,
  partnership: Place,
  { dueAt, why, canHold }: Missed & { canHold: boolean },
  { language, zone }: { language: Language; zone: string },
): Item {
  const name = escaped(nameOf(checkIn, language))
  const when = moment(dueAt, zone, language)
  const because = {
    refused: () => say.refused(language, when, channel(checkIn.channelId)),
    'no accounts': () => noAccounts(language, when),
    'no time': () => say.missedBecause(language, when),
  }
  return {
    id: `checkins:missed:${checkIn.id}:${dueAt}`,
    title: say.missed(language, name, escaped(partnership.name)),
    detail: `${because[why]()} ${(canHold ? say.canHoldNow : say.nextComesSoon)(language)}`,
    from: dueAt,
    partnershipId: partnership.id,
    buttons: canHold ? [runButton(checkIn, partnership, language)] : [],
  }
}

/** Since it asks everybody, it is asked once more, with where it opens and whom it asks. */
export function runButton(checkIn: CheckIn, { name, channels }: Place, language: Language): ItemButton {
  const place = channelNames.find((one) => channels[one] === checkIn.channelId) ?? 'shared'
  const confirm = {
    title: say.runQuestion(language, nameOf(checkIn, language)),
    text: say.runMeans(language, place, name),
    yes: say.runNow(language),
    no: say.notNow(language),
  }
  return { action: 'checkins:run', text: say.runNow(language), value: checkIn.id, confirm }
}

type Place = Pick<Partnership, 'id' | 'name' | 'channels'>
