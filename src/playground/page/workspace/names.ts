import { useMemo } from 'preact/hooks'
import type { PageReading } from '../reading.ts'
import { useReading } from '../reading.ts'
import type { Screen } from '../screen.ts'
import type { ChannelCard, PersonCard } from '../wire.ts'
import { createDates, type Dates } from './dates.ts'

/** Somebody to draw, also where nobody knows who it is. */
export function personOf(reading: PageReading, id: string, someone: string): PersonCard {
  return reading.person(id) ?? { ...nobody, id, name: someone, realName: someone }
}

const nobody = {
  title: '',
  locale: 'en-US',
  tz: 'UTC',
  kind: 'person' as const,
  admin: false,
  guest: false,
  deleted: false,
}

/** As Slack writes it: `#marketing`, of a private channel its bare name, of a DM the name of the other. */
export function callOf({ kind, name }: ChannelCard): string {
  return kind === 'public' ? `#${name}` : name
}

/** The app of the workspace. */
export function appOf({ people }: Screen): PersonCard | undefined {
  for (const person of people.values()) if (person.kind === 'app') return person
  return undefined
}

/** The reader's DM with the app. */
export function appChannelOf({ channels, people }: Screen): ChannelCard | undefined {
  return channels.find((one) => one.kind === 'im' && one.partner && people.get(one.partner)?.kind === 'app')
}

/** The dates of this reader; the same object while the reader stays the same. */
export function useDates(): Dates {
  const { locale, tz, language } = useReading()
  return useMemo(() => createDates({ locale, tz, language }), [locale, tz, language])
}
