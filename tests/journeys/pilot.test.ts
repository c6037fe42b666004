import { describe, expect, it } from 'vitest'
import { toInstant } from '../../src/calendar/wall-time.ts'
import { setUp } from '../../src/partnerships/story.ts'
import { cast, channels, seed, zone } from '../../src/playground/story/cast.ts'
import { beginsAt, play } from '../../src/playground/story/play.ts'
import { transcriptOf } from '../../src/playground/story/transcript.ts'
import { type Journey, useJourney } from '../support/journey.ts'

const at = (date: string, time: string): number => toInstant(date, time, zone)

describe('two weeks, the first of them in pilot mode', () => {
  const journey = useJourney({ engine: 'sqlite', mode: 'socket', seed, startsAt: beginsAt })
  const dms = (name: string) => journey().slack.person(name).directMessages()
  const inChannels = () => Object.values(channels).flatMap((channel) => journey().slack.messages(channel))

  it('says everything to one person alone until it is turned off, and then everything to everybody', async () => {
    const { slack } = journey()
    await setUpIn(journey())
    await pilotIs('sanne')
    const stood = inChannels().length
    await journey().until(at('2027-03-01', '18:00'))
    expect(inChannels()).toHaveLength(stood)
    const others = cast.map(({ name }) => name).filter((name) => name !== 'sanne')
    expect(others.filter((name) => dms(name).length > 0)).toEqual([])
    const said = dms('sanne').map((message) => slack.plain(message, 'sanne'))
    expect(said.filter((text) => text.includes('Pilot: dit zou in'))).toHaveLength(1)
    expect(said.filter((text) => /Pilot: dit zou naar \w/.test(text)).length).toBeGreaterThan(5)
    const own = said.filter((text) => !text.includes('Pilot:') && text.startsWith('Hoi Sanne'))
    expect(own).toHaveLength(1)
    // The summary stands in the thread of the opening, there.
    const root = dms('sanne').find((message) => slack.plain(message).includes('Pilot: dit zou in'))
    expect(dms('sanne').filter(({ thread_ts }) => thread_ts === root?.ts).length).toBeGreaterThan(0)

    await pilotIs(undefined)
    const before = dms('sanne').length
    await journey().until(at('2027-03-08', '11:00'))
    expect(inChannels().length).toBeGreaterThan(stood)
    expect(others.filter((name) => dms(name).length > 0).length).toBeGreaterThan(5)
    const after = dms('sanne')
      .slice(before)
      .map((message) => slack.plain(message))
    expect(after.filter((text) => text.includes('Pilot:'))).toEqual([])
    expect(journey().trouble).toEqual([])
  })

  async function pilotIs(name: string | undefined) {
    const { db } = journey().database()
    const pilot =
      name === undefined
        ? undefined
        : await db
            .selectFrom('person')
            .select('id')
            .where('slack_id', '=', journey().slack.person(name).id)
            .executeTakeFirstOrThrow()
    await db
      .updateTable('partnership')
      .set({ pilot_id: pilot?.id ?? null })
      .execute()
  }
})

async function setUpIn({ slack, clock, rondo }: Journey): Promise<void> {
  await play({ slack, clock, rondo: rondo(), transcript: transcriptOf(slack, () => undefined) }, setUp)
}
