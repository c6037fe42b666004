/** A feature's part in the demo: what people do with it, by commands, clicks and forms as they would, never through stores. */
import type { LocalDate } from '../calendar/local-date.ts'
import type { WallTime } from '../calendar/wall-time.ts'

/** Something that happens in the demo. Scenes of one moment are played in the features' order. */
export interface Scene {
  /** In the zone of the two teams. */
  date: LocalDate
  time: WallTime
  play(stage: Stage): Promise<void>
}

/** Everybody and every channel goes by a short name. */
export interface Stage {
  person(name: string): Actor
  teams: Record<'marketing' | 'sales', { people: readonly string[]; teamLead: string }>
  channels: Record<'marketing' | 'sales' | 'shared', string>
  /** Time passes between what people do in this scene; what is due meanwhile happens after it. */
  minutes(count: number): void
  /** Tells that somebody does something, or several do. */
  does(names: string | readonly string[], what: string): void
  /** Tells what somebody has in front of them. @param how 'sees, only for her' */
  shows(name: string, place: Place, how: string): Promise<void>
}

/** Where a button is: the latest message to somebody, the window in front, or the app's latest post in a channel. */
export type Place = 'direct message' | 'ephemeral' | 'modal' | 'home' | { postIn: string }

/** Each of these throws where a person could not do it. What follows from it is there when somebody looks. */
export interface Actor {
  /** 'Maud Visser' */
  fullName: string
  command(typed: string, channel: string): Promise<void>
  openHome(): Promise<void>
  /** @param button its action id @param beside words of the line that it stands beside or under, where there are several */
  click(place: Place, button: string, beside?: string): Promise<void>
  /** @param menu its action id @param choice its words, in their language @param beside as of a button */
  pick(place: Place, menu: string, choice: string, beside?: string): Promise<void>
  /** In the window in front, which shows at once what follows from it. @param field its action id */
  choose(field: string, what: string | readonly string[]): Promise<void>
  /** Waits for a window with a form. @param id its callback id */
  modal(id: string): Promise<void>
  /** @param fields by block id; the others stay as they are */
  submit(fields: Record<string, string | readonly string[]>): Promise<void>
  /** Closes all windows. */
  close(): Promise<void>
  say(words: string, channel: string): void
  /** In the thread of the latest post in a channel. */
  reply(words: string, channel: string): void
  /** To what was said last in a channel. */
  react(emoji: string, channel: string): void
}
