/** Somebody who reads and looks, for what is drawn in the tests of the page. */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Actions, ActionsProvider, type Spot } from '../../../src/playground/page/actions.ts'
import { type Place, PlaceProvider } from '../../../src/playground/page/place.tsx'
import { type PageReading, ReadingProvider } from '../../../src/playground/page/reading.ts'
import type { PersonCard } from '../../../src/playground/page/wire.ts'
import { formatsOf } from '../../../src/playground/plain/dates.ts'

const card = (id: string, realName: string, title: string): PersonCard => ({
  id,
  name: realName.toLowerCase(),
  realName,
  title,
  locale: 'nl-NL',
  tz: 'Europe/Amsterdam',
  kind: 'person',
  admin: false,
  guest: false,
  deleted: false,
})

export const anna = card('U1', 'Anna de Wit', 'Head of marketing')
export const ben = card('U2', 'Ben Okafor', 'Account manager')

/** @param locale and @param tz of the reader, who is Anna */
export function readingOf(locale: string, tz: string, now?: number): PageReading {
  const people = new Map([anna, ben].map((one) => [one.id, one]))
  return {
    me: anna.id,
    language: locale.startsWith('nl') ? 'nl' : 'en',
    locale,
    tz,
    reader: { locale, tz },
    formats: formatsOf({ locale, tz }),
    ...(now !== undefined && { now }),
    person: (id) => people.get(id),
    user: (id) => people.get(id)?.realName,
    channel: (id) => ({ C1: 'marketing-sales' })[id],
    group: (id) => ({ S1: 'marketing' })[id],
    people,
    channels: [],
  }
}

export const english = readingOf('en-US', 'America/New_York')
export const dutch = readingOf('nl-NL', 'Europe/Amsterdam')

/** A place where nothing is filled in and nothing happens. */
export function placeAt(surface: Place['surface'], errors: Record<string, string> = {}): Place {
  const nothing = async () => ({ ok: true as const })
  return {
    surface,
    where: surface === 'message' ? { in: 'message', channel: 'C1', ts: '1.0' } : { in: 'view', id: 'V1' },
    errors,
    busy: undefined,
    filled: (_block, element) => element.initial_value,
    fill: () => {},
    click: nothing,
    choose: nothing,
    suggest: nothing,
    untold: () => [],
  }
}

export interface Drawing {
  reading?: PageReading
  place?: Place
  went?: Spot[]
}

/** As the reader sees it, as HTML. */
export function drawn(
  what: ComponentChildren,
  { reading = english, place = placeAt('message'), went = [] }: Drawing = {},
) {
  const actions: Actions = {
    act: async () => ({ ok: true }),
    go: (spot) => went.push(spot),
    become: () => {},
    notify: () => {},
  }
  return renderToString(
    <ActionsProvider value={actions}>
      <ReadingProvider value={reading}>
        <PlaceProvider value={place}>{what}</PlaceProvider>
      </ReadingProvider>
    </ActionsProvider>,
  )
}

/** The words of a drawing, without its elements. */
export function wordsIn(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
