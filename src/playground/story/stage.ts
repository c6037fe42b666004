import type { Actor, Place, Stage } from '../../platform/story.ts'
import type { TravelClock } from '../clock.ts'
import { objects, wordsOf } from '../json.ts'
import { placedElements } from '../placed.ts'
import type { Person } from '../server/people/person.ts'
import type { Slack } from '../server/start.ts'
import type { Ephemeral, Message, View } from '../server/workspace.ts'
import type { Traveller } from '../travel.ts'
import { channels, namesOn, teamLeads } from './cast.ts'
import type { Transcript } from './transcript.ts'

/** What a story is played with. */
export interface Theatre {
  slack: Slack
  clock: TravelClock
  rondo: Traveller
  transcript: Transcript
}

type Seen = Message | Ephemeral | View

/** The stand-in and a Rondo, as scenes see them. */
export function stageOf({ slack, clock, rondo, transcript }: Theatre): Stage {
  /** What was said is there since the moment began; for an answer one waits. Waiting for all each time takes twice as long. */
  async function see(person: Person, place: Place): Promise<Seen> {
    if (place === 'ephemeral' || place === 'modal' || place === 'home') await rondo.settle()
    return seenAt(slack, person, place)
  }
  return {
    person: (name) => actorOf(slack, slack.person(name), see),
    teams: {
      marketing: { people: namesOn('marketing'), teamLead: teamLeads.marketing },
      sales: { people: namesOn('sales'), teamLead: teamLeads.sales },
    },
    channels,
    minutes: (count) => clock.advance(count * 60_000),
    does: transcript.does,
    shows: async (name, place, how) => transcript.shows(name, await see(slack.person(name), place), how),
  }
}

function actorOf(slack: Slack, person: Person, see: (person: Person, place: Place) => Promise<Seen>): Actor {
  const { name } = person
  async function doing(what: string, outcome: Promise<Outcome>): Promise<void> {
    const { acked, errors, trouble } = await outcome
    if (!acked || errors || trouble) throw new Error(`${name} could not ${what}: ${JSON.stringify(errors ?? trouble)}`)
  }
  return {
    fullName: person.user.realName,
    command: (typed, channel) => doing(`type ${typed}`, person.command(typed, { in: channel })),
    async openHome() {
      person.openHome()
      await slack.settled()
    },
    async click(place, button, beside) {
      const seen = await see(person, place)
      await doing(`press ${button}`, person.click(seen, button, whichOf(seen, button, beside)))
    },
    async pick(place, menu, choice, beside) {
      const seen = await see(person, place)
      const which = { ...whichOf(seen, menu, beside), value: choice }
      await doing(`choose ${choice}`, person.click(seen, menu, which))
    },
    async choose(field, what) {
      const given = typeof what === 'string' ? what : [...what]
      await doing(`choose ${what}`, person.choose(field, given, { in: 'modal' }))
      await see(person, 'modal')
    },
    async modal(id) {
      // One that still loads has nothing to submit.
      await slack.until(() => person.modal?.callback_id === id && person.modal.submit)
    },
    submit(fields) {
      const given = Object.entries(fields).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]])
      return doing('submit', person.submit(Object.fromEntries(given)))
    },
    close: () => person.close({ all: true }),
    say: (words, channel) => void person.say(words, { in: channel }),
    reply: (words, channel) => void person.say(words, { thread: there(roots(slack, channel).at(-1)) }),
    react: (emoji, channel) => void person.react(there(slack.messages(channel).at(-1)), emoji),
  }
}

interface Outcome {
  acked: boolean
  errors?: Record<string, string>
  trouble?: string
}

function seenAt(slack: Slack, person: Person, place: Place): Seen {
  if (place === 'direct message') return there(person.directMessages().at(-1))
  if (place === 'ephemeral') return there(person.ephemerals().at(-1))
  if (place === 'modal') return there(person.modal)
  if (place === 'home') return there(person.home)
  return there(roots(slack, place.postIn).findLast(({ user }) => user === slack.bot.userId))
}

const roots = (slack: Slack, channel: string): Message[] =>
  slack.messages(channel).filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts)

/** Tells equal buttons apart by words of the line that they stand beside or under. */
function whichOf({ blocks = [] }: Seen, button: string, words: string | undefined): { block?: string } {
  if (words === undefined) return {}
  const line = blocks.findIndex((block) => wordsOf(block.text).includes(words))
  const near = placedElements(objects(blocks).slice(line, line + 2))
  const found = near.find(({ actionId }) => actionId === button)
  if (line >= 0 && found) return { block: found.blockId }
  throw new Error(`Nobody sees ${button} beside "${words}" here.`)
}

function there<T>(seen: T | undefined): T {
  if (seen === undefined) throw new Error('There is nothing to see here.')
  return seen
}
