import type { KnownBlock, ModalView } from '@slack/types'
import { type Language, listInWords } from '../../platform/i18n.ts'
import type { Confirm, Rendered } from '../../platform/rendered.ts'
import {
  button,
  buttons,
  context,
  cut,
  escaped,
  field,
  header,
  mention,
  modal,
  plain,
  section,
} from '../../platform/slack/blocks.ts'
import { sideName } from '../messages.ts'
import { type Partnership, type Side, sides } from '../partnership.ts'
import type { Contact, Member, RoleHolder } from '../people/member.ts'
import { whichPartnership } from '../which.ts'
import type { ContactFor } from './contact.ts'
import * as text from './messages.ts'

export const contactAction = {
  open: 'partnerships:contacts',
  add: 'partnerships:contact-add',
  remove: 'partnerships:contact-remove',
  who: 'partnerships:who',
} as const

/** So many fit into one window, on each side. */
export const mostContacts = 20
const longestSubject = 60

/** What *Remove* carries. */
export const contactValue = (partnershipId: string, { side, personId, subject }: ContactFor): string =>
  [partnershipId, side, personId, subject].join(' ')

export function readContactValue(value: string): { partnershipId: string } & ContactFor {
  const [partnershipId = '', side, personId = '', ...subject] = value.split(' ')
  return { partnershipId, side: side === 'sales' ? 'sales' : 'marketing', personId, subject: subject.join(' ') }
}

/** The contact persons of both sides, to be changed. */
export function contactsView(id: string, contacts: readonly Contact[], language: Language): ModalView {
  return modal({
    id: contactAction.open,
    title: text.contactPersons(language),
    close: text.close(language),
    metadata: id,
    blocks: [
      context(text.intro(language)),
      ...sides.flatMap((side) => [header(sideName(side, language)), ...contactRows(id, side, contacts, language)]),
      buttons([{ action: contactAction.add, text: text.add(language), value: id, primary: true }]),
    ],
  })
}

function contactRows(id: string, side: Side, contacts: readonly Contact[], language: Language): KnownBlock[] {
  const own = contacts.filter((one) => one.side === side)
  if (own.length === 0) return [section(text.nobodyYet(language))]
  return own.map(({ person, subject }) => {
    const value = contactValue(id, { side, personId: person.id, subject })
    const line = text.forSubject(language, subjectWords(subject, language), escaped(person.name))
    return {
      ...section(line),
      accessory: button({
        action: contactAction.remove,
        text: text.remove(language),
        value,
        confirm: removeQuestion(cut(person.name, 80), subject, language),
      }),
    }
  })
}

function removeQuestion(name: string, subject: string, language: Language): Confirm {
  return {
    title: text.removeQuestion(language),
    text: subject === '' ? text.removeFirstMeans(language, name) : text.removeMeans(language, name, subject),
    yes: text.remove(language),
    no: text.leaveIt(language),
    danger: true,
  }
}

/** Puts somebody on the list. @param metadata what the listener needs */
export function addContactView(metadata: string, language: Language): ModalView {
  const subject = {
    type: 'plain_text_input' as const,
    max_length: longestSubject,
    placeholder: plain(text.whatForExample(language)),
  }
  return modal({
    id: contactAction.add,
    title: text.addTitle(language),
    submit: text.add(language),
    close: text.back(language),
    metadata,
    blocks: [
      field({ id: 'person', label: text.who(language), element: { type: 'users_select' } }),
      field({ id: 'subject', label: text.whatFor(language), element: subject, hint: text.whatForHint(language) }),
    ],
  })
}

/** Somebody who is away, until when if that is known; the date included. */
export type Absences = ReadonlyMap<string, { until: string | undefined }>

/** One side as the other one wants to know it. */
export interface Callable {
  side: Side
  contacts: readonly Contact[]
  leaders: readonly RoleHolder[]
  members: readonly Member[]
}

/** `/rondo who`: seen by whoever asks only, so it may mention. @param name of the partnership, plain */
export function whoMessage(
  name: string,
  callable: readonly Callable[],
  absences: Absences,
  language: Language,
): Rendered {
  const blocks = callable.flatMap((one) => sideBlocks(one, absences, language))
  return { text: name, blocks: [context(escaped(name)), ...blocks] }
}

function sideBlocks(
  { side, contacts, leaders, members }: Callable,
  absences: Absences,
  language: Language,
): KnownBlock[] {
  const named = ({ person }: Member) => `${mention(person.slackId)}${text.presence(absences.get(person.id), language)}`
  const bySubject = [...Map.groupBy(contacts, ({ subject }) => subject)]
  const subjects = bySubject.map(([subject, people]) =>
    text.forSubject(language, subjectWords(subject, language), listInWords(people.map(named), language)),
  )
  const lead = leaders.find(({ role }) => role === 'team_lead') ?? leaders[0]
  const none = contacts.length === 0 ? [text.noContacts(language, side, lead && mention(lead.person.slackId))] : []
  const led = leaders.map((one) => {
    const role = one.role === 'team_lead' ? text.teamLead(language) : text.deputy(language)
    return text.forSubject(language, role, named(one))
  })
  const shown = new Set([...contacts, ...leaders].map(({ person }) => person.id))
  const away = members.filter(({ person }) => absences.has(person.id) && !shown.has(person.id))
  const others = away.length > 0 ? [`${text.away(language)}:`, ...away.map(named)] : []
  return [
    header(text.whomToCall(language, side)),
    ...inSections([...none, ...subjects, ...led]),
    ...inSections(others).map((one) => context(one.text?.text ?? '')),
  ]
}

const subjectWords = (subject: string, language: Language): string =>
  subject === '' ? text.everythingElse(language) : escaped(subject)

/** Lines in as few paragraphs as Slack takes them in. */
function inSections(lines: readonly string[]) {
  const paragraphs: string[] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (last !== undefined && last.length + line.length < 2_900) paragraphs[paragraphs.length - 1] = `${last}\n${line}`
    else paragraphs.push(line)
  }
  return paragraphs.map(section)
}

/** Which one it is about. */
export function whichMessage(partnerships: readonly Partnership[], language: Language): Rendered {
  const press = ({ id, name }: Pick<Partnership, 'id' | 'name'>) => ({
    action: contactAction.who,
    text: name,
    value: id,
  })
  return whichPartnership(text.which(language), partnerships, press, text.whoCommand(language), language)
}
