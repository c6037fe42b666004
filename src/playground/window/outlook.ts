import { canTravel } from '../clock.ts'
import type { Completion, Exchange, Message, ShortcutCard, Update, WorldCard } from '../page/wire.ts'
import type { Slack } from '../server/start.ts'
import { channelCards, channelsOf, peopleCards } from './cards.ts'
import type { ReadMarks } from './read-marks.ts'

/** What a window shows beside what stands in the workspace. */
export interface Surroundings {
  slack: Slack
  marks: ReadMarks
  world(personId: string): WorldCard
  /** What can be typed after a slash. @param locale Slack's form: `nl-NL` */
  completions(locale: string): Completion[]
  shortcuts: ShortcutCard[]
}

export interface Outlook {
  /** What this person's window does not know yet; undefined when it knows all. */
  news(): Update | undefined
}

/** How many of the exchanges before its first look a window is shown. */
const earlierExchanges = 500

/** What one window was told, and what changed since. Messages are compared as objects: they are replaced, never changed. */
export function createOutlook(
  { slack, marks, world, completions, shortcuts }: Surroundings,
  personId: string,
  { traffic }: { traffic: boolean },
): Outlook {
  const { workspace } = slack
  const told = new Map<string, string>()
  const toldMessages = new Map<string, Map<string, Message>>()
  let lastExchange: Exchange | undefined
  let { era } = workspace
  let first = true

  return {
    news() {
      const fresh = first || era !== workspace.era
      if (fresh) forget()
      const person = workspace.users.get(personId)
      if (!person) return undefined
      const update: Update = {
        ...(fresh && { fresh: true as const, era, me: personId }),
        ...part('team', { id: slack.team.id, name: slack.team.name, domain: slack.team.domain }),
        ...part('people', peopleCards(workspace)),
        ...part(
          'groups',
          [...workspace.usergroups.values()].map(({ id, handle }) => ({ id, handle })),
        ),
        ...part('channels', channelCards(workspace, person, marks)),
        ...messageNews(),
        ...part('ephemerals', slack.person(personId).ephemerals()),
        ...part('modals', slack.person(personId).modals),
        ...part('home', slack.person(personId).home ?? null),
        ...part('completions', completions(person.locale)),
        ...part('shortcuts', shortcuts),
        ...part('world', world(personId)),
        ...(traffic && trafficNews()),
      }
      // The time alone is no news as long as it passes by itself.
      if (Object.keys(update).length === 0 && !clockMoved()) return undefined
      return { ...update, clock: clockNow() }
    },
  }

  function forget(): void {
    told.clear()
    toldMessages.clear()
    lastExchange = undefined
    era = workspace.era
    first = false
  }

  /** The part when it is not what was told last. */
  function part<K extends keyof Update>(name: K, value: NonNullable<Update[K]> | null): Pick<Update, K> | undefined {
    const text = JSON.stringify(value)
    if (told.get(name) === text) return undefined
    told.set(name, text)
    return { [name]: value } as unknown as Pick<Update, K>
  }

  function messageNews(): Pick<Update, 'messages'> | undefined {
    const person = workspace.users.get(personId)
    const seen = person ? channelsOf(workspace, person) : []
    const news: NonNullable<Update['messages']> = {}
    for (const { id, messages } of seen) {
      const before = toldMessages.get(id) ?? new Map<string, Message>()
      const after = new Map(messages.map((one) => [one.ts, one]))
      const put = messages.filter((one) => before.get(one.ts) !== one)
      const gone = [...before.keys()].filter((ts) => !after.has(ts))
      if (put.length + gone.length > 0) news[id] = { put, gone }
      toldMessages.set(id, after)
    }
    for (const id of toldMessages.keys()) {
      if (seen.some((one) => one.id === id)) continue
      news[id] = { put: [], gone: [...(toldMessages.get(id)?.keys() ?? [])] }
      toldMessages.delete(id)
    }
    return Object.keys(news).length > 0 ? { messages: news } : undefined
  }

  function trafficNews(): Pick<Update, 'traffic'> | undefined {
    const all = slack.traffic
    const known = lastExchange === undefined ? -1 : all.lastIndexOf(lastExchange)
    const cleared = known < 0
    const put = cleared ? all.slice(-earlierExchanges) : all.slice(known + 1)
    if (put.length === 0 && !(cleared && lastExchange !== undefined)) return undefined
    lastExchange = put.at(-1)
    return { traffic: { cleared, put } }
  }

  function clockNow(): NonNullable<Update['clock']> {
    const clock = { now: slack.clock.now(), running: !canTravel(slack.clock) || slack.clock.running }
    told.set('clock', clock.running ? 'running' : String(clock.now))
    return clock
  }

  function clockMoved(): boolean {
    const before = told.get('clock')
    const running = !canTravel(slack.clock) || slack.clock.running
    return before !== (running ? 'running' : String(slack.clock.now()))
  }
}
