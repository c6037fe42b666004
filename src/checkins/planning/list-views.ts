import type { Block, KnownBlock, PlainTextOption } from '@slack/types'
import type { Slot } from '../../calendar/slots.ts'
import type { Partnership } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import type { ItemButton, Rendered } from '../../platform/rendered.ts'
import { buttons, context, escaped, header, moment, option, section } from '../../platform/slack/blocks.ts'
import { comingTitle } from '../messages.ts'
import type { Occurrence } from '../occurrence.ts'
import { turnoutInWords } from '../participants/messages.ts'
import { type Participant, turnout } from '../participants/participant.ts'
import { answerButton, nameOf, runButton } from '../views.ts'
import * as text from './life-messages.ts'
import { fromDateRef, fromDoing, type Verb } from './refs.ts'
import type { Planned } from './store.ts'

/** One check-in in `/rondo checkin`. */
export interface Listed {
  planned: Planned
  partnership: Partnership
  open: { occurrence: Occurrence; participants: readonly Participant[] } | undefined
  /** The next dates, and those of them that somebody skipped; none while it is paused. */
  ahead: readonly { slot: Slot; decided: boolean; asksAt: number }[]
}

interface Reader {
  language: Language
  /** IANA name. */
  zone: string
}

/** A message holds 50 blocks; each check-in takes two at most. */
const mostListed = 22

interface List {
  listed: readonly Listed[]
  /** Whether there is a cooperation to show check-ins of. */
  takesPart: boolean
  /** Ids of partnerships. */
  mayChange: ReadonlySet<string>
  /** The partnership that a new one would be in, or 'choose'; undefined where they may make none. */
  newIn: string | undefined
}

/** What `/rondo checkin` shows. */
export function listMessage({ listed, takesPart, mayChange, newIn }: List, reader: Reader): Rendered {
  const { language } = reader
  const blocks: (KnownBlock | Block)[] = [header(text.listTitle(language))]
  if (listed.length === 0) blocks.push(section((takesPart ? text.noneYet : text.noCheckIns)(language)))
  for (const one of listed.slice(0, mostListed))
    blocks.push(...listedBlocks(one, mayChange.has(one.partnership.id), reader))
  if (listed.length > mostListed) blocks.push(context(text.more(language, listed.length - mostListed)))
  if (newIn) blocks.push(buttons([{ action: 'checkins:new', text: text.newCheckIn(language), value: newIn }]))
  return { text: text.listTitle(language), blocks }
}

function listedBlocks(one: Listed, mayChange: boolean, reader: Reader): KnownBlock[] {
  const { planned, partnership, open } = one
  const { language } = reader
  const title = comingTitle(language, escaped(nameOf(planned.checkIn, language)), escaped(partnership.name))
  const lines = [title, ...(open ? [openLine(open, reader)] : []), ...dateLines(one, reader)]
  const said = section(lines.join('\n'))
  const row = buttonsOf(one, mayChange, language)
  return [mayChange ? { ...said, accessory: menuOf(one, language) } : said, ...(row.length > 0 ? [buttons(row)] : [])]
}

function openLine({ occurrence, participants }: NonNullable<Listed['open']>, { language, zone }: Reader): string {
  const deadline = moment(occurrence.deadlineAt, zone, language)
  return text.openNow(language, turnoutInWords(language, turnout(participants), false), deadline)
}

function dateLines({ planned, ahead }: Listed, reader: Reader): string[] {
  const { language } = reader
  if (planned.status === 'paused') return [text.isPaused(language)]
  const decided = ahead.filter((one) => one.decided)
  const changed = decided.map(({ slot }) =>
    slot.skipped ? text.isSkipped(language, slot.slot) : text.isMoved(language, slot.slot, momentOf(slot, reader)),
  )
  return [nextLine(ahead, reader), ...changed]
}

function nextLine(ahead: Listed['ahead'], { language, zone }: Reader): string {
  const held = ahead.filter(({ slot }) => !slot.skipped)
  const [next] = held
  if (next?.slot.meetsAt !== undefined) {
    const meeting = moment(next.slot.meetsAt, zone, language)
    return text.nextMeeting(language, meeting, moment(next.asksAt, zone, language))
  }
  return text.nextDates(
    language,
    held.map(({ asksAt }) => moment(asksAt, zone, language)),
  )
}

const momentOf = ({ meetsAt, dueAt }: Slot, { language, zone }: Reader): string =>
  moment(meetsAt ?? dueAt, zone, language)

function buttonsOf(
  { planned, partnership, open, ahead }: Listed,
  mayChange: boolean,
  language: Language,
): ItemButton[] {
  const checkInId = planned.checkIn.id
  const answer = open ? [answerButton(open.occurrence, language)] : []
  if (!mayChange) return answer
  const decided = ahead.find((one) => one.decided)?.slot.slot
  const undo = decided
    ? [
        {
          action: 'checkins:as-usual',
          text: text.asUsual(language, decided),
          value: fromDateRef({ checkInId, slot: decided }),
        },
      ]
    : []
  return [...answer, ...(open ? [] : [runButton(planned.checkIn, partnership, language)]), ...undo]
}

/** What a team lead does less often. */
function menuOf({ planned, ahead }: Listed, language: Language) {
  const next = ahead.find(({ slot }) => !slot.skipped)?.slot.slot
  const ref = { checkInId: planned.checkIn.id, slot: next ?? '' }
  const one = (verb: Verb, words: string): PlainTextOption => option(fromDoing(verb, ref), words)
  const paused = planned.status === 'paused'
  const options = [
    ...(next ? [one('skip', text.skipNext(language)), one('move', text.moveNext(language))] : []),
    one('edit', text.edit(language)),
    paused ? one('resume', text.resume(language)) : one('pause', text.pause(language)),
  ]
  return { type: 'overflow' as const, action_id: 'checkins:manage', options }
}
