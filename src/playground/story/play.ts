import { toInstant } from '../../calendar/wall-time.ts'
import type { Feature } from '../../platform/feature.ts'
import type { Scene } from '../../platform/story.ts'
import { travel } from '../travel.ts'
import { zone } from './cast.ts'
import { chatter } from './chatter.ts'
import { stageOf, type Theatre } from './stage.ts'

/** The moment at which a story has been told as far as it goes. */
const curtain: Scene = { date: '2027-04-05', time: '10:05', play: async () => undefined }

/** When the story begins: epoch milliseconds. */
export const beginsAt = toInstant('2027-02-25', '10:00', zone)

/** The scenes of all features and what people say among themselves, in the order of time; those of one moment in that of the features. */
export function storyOf(features: readonly Pick<Feature, 'story'>[]): Scene[] {
  const scenes = [...features.flatMap(({ story }) => story ?? []), ...chatter, curtain]
  return scenes.toSorted((a, b) => instantOf(a) - instantOf(b))
}

/** @param title 'Monday, 8 March 2027, 10:05' @param done how many moments have passed, of how many */
export type OnScene = (title: string, done: number, of: number) => void

/**
 * Plays scenes on a workspace as the seed has it, a fresh database and a clock that shows when the story begins.
 * @param scenes in the order of time
 * @throws Error where somebody cannot do what a scene says
 */
export async function play(theatre: Theatre, scenes: readonly Scene[], onScene?: OnScene): Promise<void> {
  const { clock, rondo, transcript } = theatre
  const stage = stageOf(theatre)
  const moments = [...Map.groupBy(scenes, instantOf)]
  for (const [index, [instant, together]] of moments.entries()) {
    const title = titleOf(instant)
    onScene?.(title, index, moments.length)
    await travel(clock, rondo, instant)
    transcript.chapter(`${title} in Amsterdam`)
    transcript.news()
    for (const scene of together) await scene.play(stage)
    if (index === moments.length - 1) return
    // Long enough for what was just done to be shown.
    await travel(clock, rondo, clock.now() + 60_000)
    transcript.news()
  }
}

const instantOf = ({ date, time }: Scene): number => toInstant(date, time, zone)

function titleOf(instant: number): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(instant)
  return `${format({ dateStyle: 'full' })}, ${format({ timeStyle: 'short' })}`
}
