/** Somebody who reads and looks, for what is drawn in the tests of the page. */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Actions, ActionsProvider, type Spot } from '../../../src/playground/page/actions.ts'
import { type Place, PlaceProvider } from '../../../src/playground/page/place.tsx'
import { type PageReading, ReadingProvider, readingOf } from '../../../src/playground/page/reading.ts'
import { channel, person } from './given.ts'

const inDutch = { locale: 'nl-NL', tz: 'Europe/Amsterdam' }
export const anna = person('U1', 'Anna de Wit', { ...inDutch, title: 'Head of marketing' })
export const ben = person('U2', 'Ben Okafor', { ...inDutch, title: 'Account manager' })

/** @param locale and @param tz of the reader, who is Anna */
export function readingAs(locale: string, tz: string, now?: number): PageReading {
  const people = new Map([anna, ben].map((one) => [one.id, one]))
  const groups = new Map([['S1', 'marketing']])
  const reading = readingOf({ me: { ...anna, locale, tz }, people, groups, channels: [channel()] })
  return { ...reading, ...(now !== undefined && { now }) }
}

export const english = readingAs('en-US', 'America/New_York')
export const dutch = readingAs('nl-NL', 'Europe/Amsterdam')

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
