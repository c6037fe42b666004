import type { ComponentChildren } from 'preact'
import { readingOf } from '../../../../src/playground/page/reading.ts'
import type { Screen } from '../../../../src/playground/page/screen.ts'
import { person, screenOf } from '../given.ts'
import * as reader from '../reader.tsx'

/** Monday 5 April 2027, 10:05 in Amsterdam. */
export const now = Date.UTC(2027, 3, 5, 8, 5)

export const sanne = person('U1SANNE', 'Sanne de Wit', {
  title: 'Marketing · team lead',
  locale: 'nl-NL',
  tz: 'Europe/Amsterdam',
  admin: true,
})
export const tom = person('U2TOM', 'Tom Ashworth', { title: 'Sales · the Midlands' })

/** What Tom sees. */
export function screen(over: Partial<Screen> = {}): Screen {
  return screenOf({
    me: tom,
    people: new Map([sanne, tom].map((one) => [one.id, one])),
    clock: { now, running: false, at: 0 },
    traffic: [],
    ...over,
  })
}

/** What stands in a window with this screen, as HTML. */
export function drawn(children: ComponentChildren, on: Screen): string {
  return reader.drawn(children, { reading: readingOf(on) })
}

/** The words in HTML, those of one element apart from those of the next. */
export function wordsOf(html: string): string {
  return reader.wordsIn(html.replaceAll('<', ' <')).replace(/\s+/g, ' ').trim()
}
