import { createContext } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import { formatsOf } from '../plain/dates.ts'
import type { Reading } from '../plain/reading.ts'
import type { Screen } from './screen.ts'
import type { ChannelCard, PersonCard } from './wire.ts'

export type Language = 'en' | 'nl'

/** Who reads, and how people, channels and groups are called. Stays the same object while none of that changes. */
export interface PageReading extends Reading {
  me: string
  language: Language
  locale: string
  tz: string
  person(id: string): PersonCard | undefined
  user(id: string): string | undefined
  channel(id: string): string | undefined
  group(id: string): string | undefined
  /** Everybody there is, and every conversation the reader may see: what selects offer. */
  people: ReadonlyMap<string, PersonCard>
  channels: readonly ChannelCard[]
}

const ReadingContext = createContext<PageReading | undefined>(undefined)

export const ReadingProvider = ReadingContext.Provider

/** Throws outside a window. */
export function useReading(): PageReading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('There is no reader here.')
  return reading
}

/** The reading of a screen, for `ReadingProvider`. */
export function useReadingOf({ me, people, channels, groups }: Screen): PageReading {
  return useMemo(() => readingOf({ me, people, channels, groups }), [me, people, channels, groups])
}

/** What of a screen says how things are called, and to whom. */
type Known = Pick<Screen, 'me' | 'people' | 'channels' | 'groups'>

export function readingOf({ me, people, channels, groups }: Known): PageReading {
  const { locale, tz } = me
  const names = new Map(channels.map(({ id, name }) => [id, name]))
  return {
    me: me.id,
    language: locale.startsWith('nl') ? 'nl' : 'en',
    locale,
    tz,
    reader: { locale, tz },
    formats: formatsOf({ locale, tz }),
    person: (id) => people.get(id),
    user: (id) => people.get(id)?.realName,
    channel: (id) => names.get(id),
    group: (id) => groups.get(id),
    people,
    channels,
  }
}

/** The words of the reader's language out of a catalogue that holds both. */
export function useWords<T>(words: Record<Language, T>): T {
  return words[useReading().language]
}
