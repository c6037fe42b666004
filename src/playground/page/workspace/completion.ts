import type { ChannelCard, Completion, PersonCard } from '../wire.ts'

export interface Offer {
  kind: 'command' | 'person' | 'channel'
  /** What is put in place of what was typed. */
  text: string
  label: string
  /** How it may go on. */
  usage?: string | undefined
  /** What else helps to choose. */
  detail: string
  person?: PersonCard | undefined
}

export interface Completing {
  /** What is replaced: from here to the caret. */
  start: number
  kind: Offer['kind']
  offers: Offer[]
  /** How the command goes on that stands there already. */
  usage?: Completion | undefined
}

export interface Known {
  completions: readonly Completion[]
  people: Iterable<PersonCard>
  channels: readonly ChannelCard[]
}

const most = 12

/** What could be meant by what stands before the caret; undefined where nothing can. */
export function completing(text: string, caret: number, known: Known): Completing | undefined {
  const before = text.slice(0, caret)
  if (text.startsWith('/')) return caret === 0 || before.includes('\n') ? undefined : command(before, known.completions)
  const [, sign, query = ''] = /(?:^|\s)([@#])([\p{L}\d._-]*)$/u.exec(before) ?? []
  if (!sign) return undefined
  const offers = sign === '@' ? people(query, known.people) : channels(query, known.channels)
  if (offers.length === 0) return undefined
  return { start: caret - query.length - 1, kind: sign === '@' ? 'person' : 'channel', offers }
}

function command(typed: string, completions: readonly Completion[]): Completing | undefined {
  const wanted = typed.trimStart().toLowerCase()
  const words = wanted.slice(1).split(/\s+/).filter(Boolean)
  const begins = completions.filter(({ text }) => `${text.toLowerCase()} `.startsWith(wanted))
  const holds = completions.filter(
    (one) => !begins.includes(one) && words.every((word) => `${one.text} ${one.help}`.toLowerCase().includes(word)),
  )
  const usage = completions
    .filter(({ text }) => wanted.startsWith(`${text.toLowerCase()} `))
    .sort((a, b) => b.text.length - a.text.length)[0]
  const found = begins.length > 0 || usage ? begins : holds
  const offers = found
    .filter((one) => one !== usage)
    .slice(0, most)
    .map(
      ({ text, usage: rest, help }): Offer => ({
        kind: 'command',
        text,
        label: text,
        usage: rest,
        detail: help,
      }),
    )
  return offers.length > 0 || usage ? { start: 0, kind: 'command', offers, usage } : undefined
}

function people(query: string, all: Iterable<PersonCard>): Offer[] {
  const found: Offer[] = []
  for (const person of all) {
    if (person.deleted || person.kind === 'slackbot' || !fits(query, person.name, person.realName)) continue
    found.push({ kind: 'person', text: `@${person.name}`, label: person.realName, detail: `@${person.name}`, person })
  }
  return found.sort((a, b) => a.label.localeCompare(b.label)).slice(0, most)
}

function channels(query: string, all: readonly ChannelCard[]): Offer[] {
  return all
    .filter(({ kind, archived, name }) => (kind === 'public' || kind === 'private') && !archived && fits(query, name))
    .slice(0, most)
    .map(({ name }) => ({ kind: 'channel', text: `#${name}`, label: `#${name}`, detail: '' }))
}

/** Whether a name, or one of its words, begins with the query. */
export function fits(query: string, ...names: string[]): boolean {
  const wanted = plain(query)
  return names.some(
    (name) =>
      plain(name)
        .split(/[\s._-]+/)
        .some((word) => word.startsWith(wanted)) || plain(name).startsWith(wanted),
  )
}

/** Without capitals and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The text with an offer in place of what was typed, and where the caret stands then. */
export function completed(text: string, caret: number, start: number, offer: Offer): { text: string; caret: number } {
  const rest = text.slice(caret).replace(/^ /, '')
  const head = `${text.slice(0, start)}${offer.text} `
  return { text: head + rest, caret: head.length }
}

/** Whether what stands there is a whole command that is sent as it is. */
export function isWhole(text: string, completions: readonly Completion[]): boolean {
  const typed = text.trim().toLowerCase()
  return completions.some((one) => one.text.toLowerCase() === typed)
}

/** The first word of a text that is a command. */
export function commandOf(text: string): string | undefined {
  return /^\/\S*/.exec(text)?.[0]
}
