import { kindOf } from '../../fields.ts'
import { isJson, type Json, objects, strings, textOf, wordsOf } from '../../json.ts'
import type { PageReading } from '../reading.ts'
import type { ChannelCard, PersonCard } from '../wire.ts'

/** Something that can be chosen. */
export interface Choice {
  id: string
  /** What it is called, without mark-up. */
  words: string
  more?: string | undefined
  group?: string | undefined
  /** As Slack keeps it: the option itself, or an id. */
  given: unknown
  /** What to draw: an option's own text, somebody's picture, a channel's sign. */
  option?: Json | undefined
  person?: PersonCard | undefined
  channel?: ChannelCard | undefined
}

const optionChoice = (option: Json, group?: string): Choice => ({
  id: String(option.value),
  words: wordsOf(option.text),
  more: wordsOf(option.description) || undefined,
  group,
  given: option,
  option,
})

const personChoice = (person: PersonCard): Choice => ({
  id: person.id,
  words: person.realName || person.name,
  more: person.title || undefined,
  given: person.id,
  person,
})

const channelChoice = (channel: ChannelCard, reading: PageReading): Choice => ({
  id: channel.id,
  words: channel.name,
  given: channel.id,
  channel,
  person: channel.partner === undefined ? undefined : reading.person(channel.partner),
})

/** The choices in options, or in groups of them: of an element, or as an app offers them. */
export function optionChoices(offered: Json[]): Choice[] {
  return offered.flatMap((one) =>
    Array.isArray(one.options)
      ? objects(one.options).map((option) => optionChoice(option, wordsOf(one.label)))
      : [optionChoice(one)],
  )
}

/** All that a select offers by itself; nothing for an external one, which asks the app. */
export function choicesOf(element: Json, reading: PageReading): Choice[] {
  const type = String(element.type).replace(/^multi_/, '')
  if (type === 'users_select') return peopleOf(reading)
  if (type === 'channels_select') return reading.channels.filter(isOpen).map((one) => channelChoice(one, reading))
  if (type === 'conversations_select')
    return conversationsOf(element, reading).map((one) => channelChoice(one, reading))
  return optionChoices([...objects(element.options), ...objects(element.option_groups)])
}

const isOpen = (channel: ChannelCard) => channel.kind === 'public' && !channel.archived

function peopleOf(reading: PageReading): Choice[] {
  const there = [...reading.people.values()].filter((one) => !one.deleted && one.kind !== 'slackbot')
  const isPerson = (one: PersonCard) => (one.kind === 'person' ? 0 : 1)
  return there
    .sort((a, b) => isPerson(a) - isPerson(b) || a.realName.localeCompare(b.realName, reading.locale))
    .map(personChoice)
}

function conversationsOf(element: Json, reading: PageReading): ChannelCard[] {
  const filter = isJson(element.filter) ? element.filter : {}
  const kinds = strings(filter.include)
  const isBot = (channel: ChannelCard) =>
    channel.partner !== undefined && reading.person(channel.partner)?.kind !== 'person'
  return reading.channels.filter(
    (one) =>
      !one.archived &&
      (kinds.length === 0 || kinds.includes(one.kind)) &&
      !(filter.exclude_external_shared_channels === true && one.connected) &&
      !(filter.exclude_bot_users === true && isBot(one)),
  )
}

/** What is chosen, in the order in which it was. What nobody knows is called by its id. */
export function chosenOf(element: Json, filled: unknown, reading: PageReading): Choice[] {
  const given = Array.isArray(filled) ? filled : [filled]
  const isPeople = kindOf(element)?.key.startsWith('selected_user')
  return given.flatMap((one) => {
    if (isJson(one)) return optionChoices([one])
    const id = textOf(one)
    if (id === undefined) return []
    const person = reading.person(id)
    const channel = isPeople ? undefined : reading.channels.find((card) => card.id === id)
    if (channel) return [channelChoice(channel, reading)]
    return [person ? personChoice(person) : { id, words: id, given: id }]
  })
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The choices that have every word of what was typed; outside groups, those that begin with it come first. */
export function matching(choices: Choice[], typed: string): Choice[] {
  const wanted = folded(typed.replace(/^[#@]/, '').trim())
  if (wanted === '') return choices
  const parts = wanted.split(/\s+/)
  const found = choices.filter(({ words, more, group, person }) => {
    const all = folded(`${words} ${more ?? ''} ${group ?? ''} ${person?.name ?? ''}`)
    return parts.every((part) => all.includes(part))
  })
  const rank = ({ words }: Choice) => {
    const text = folded(words)
    return text.startsWith(wanted) ? 0 : text.includes(` ${wanted}`) ? 1 : 2
  }
  return found.some((one) => one.group !== undefined) ? found : found.toSorted((a, b) => rank(a) - rank(b))
}
