import type {
  ChannelCard,
  Completion,
  Ephemeral,
  Exchange,
  Message,
  PersonCard,
  ShortcutCard,
  Update,
  View,
  WorldCard,
} from './wire.ts'

/** What one window knows. Replaced at every update; the parts that did not change stay the same objects. */
export interface Screen {
  /** Another number is another world: nothing of before is true any more. */
  era: number
  team: { id: string; name: string; domain: string }
  me: PersonCard
  people: ReadonlyMap<string, PersonCard>
  groups: ReadonlyMap<string, string>
  channels: ChannelCard[]
  /** By channel, oldest first, replies among them. */
  messages: ReadonlyMap<string, Message[]>
  ephemerals: Ephemeral[]
  modals: View[]
  home: View | undefined
  completions: Completion[]
  shortcuts: ShortcutCard[]
  /** `at` is when the page heard of it, by `performance.now()`. */
  clock: { now: number; running: boolean; at: number }
  world: WorldCard
  /** Oldest first; undefined when nobody asked for it. */
  traffic: Exchange[] | undefined
}

const mostTraffic = 1000

/** The screen after an update. @param at `performance.now()`; undefined before the first fresh one */
export function applied(screen: Screen | undefined, update: Update, at: number): Screen | undefined {
  const before = update.fresh ? undefined : screen
  const people = update.people ? new Map(update.people.map((one) => [one.id, one])) : before?.people
  const me = people?.get(update.me ?? before?.me.id ?? '')
  const team = update.team ?? before?.team
  const world = update.world ?? before?.world
  if (!people || !me || !team || !world) return screen
  return {
    era: update.era ?? before?.era ?? 0,
    team,
    me,
    people,
    groups: update.groups
      ? new Map(update.groups.map(({ id, handle }) => [id, handle]))
      : (before?.groups ?? new Map()),
    channels: update.channels ?? before?.channels ?? [],
    messages: withNews(before?.messages ?? new Map(), update.messages),
    ephemerals: update.ephemerals ?? before?.ephemerals ?? [],
    modals: update.modals ?? before?.modals ?? [],
    home: update.home === undefined ? before?.home : (update.home ?? undefined),
    completions: update.completions ?? before?.completions ?? [],
    shortcuts: update.shortcuts ?? before?.shortcuts ?? [],
    clock: update.clock ? { ...update.clock, at } : (before?.clock ?? { now: 0, running: false, at }),
    world,
    traffic: withTraffic(before?.traffic, update.traffic),
  }
}

function withNews(before: Screen['messages'], news: Update['messages']): Screen['messages'] {
  if (!news) return before
  const after = new Map(before)
  for (const [channel, { put, gone }] of Object.entries(news)) {
    const byTs = new Map((after.get(channel) ?? []).map((one) => [one.ts, one]))
    for (const ts of gone) byTs.delete(ts)
    for (const message of put) byTs.set(message.ts, message)
    after.set(
      channel,
      [...byTs.values()].sort((a, b) => Number(a.ts) - Number(b.ts)),
    )
  }
  return after
}

function withTraffic(before: Exchange[] | undefined, news: Update['traffic']): Exchange[] | undefined {
  if (!news) return before
  return [...(news.cleared ? [] : (before ?? [])), ...news.put].slice(-mostTraffic)
}

/** What the clock of the workspace shows. @param at `performance.now()` @returns epoch ms */
export function timeOn({ clock }: Screen, at: number): number {
  return clock.running ? clock.now + at - clock.at : clock.now
}
