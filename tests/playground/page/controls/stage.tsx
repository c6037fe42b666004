import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Actions, ActionsProvider } from '../../../../src/playground/page/actions.ts'
import { type PageReading, ReadingProvider, useReadingOf } from '../../../../src/playground/page/reading.ts'
import type { Screen } from '../../../../src/playground/page/screen.ts'
import type { Message, PersonCard, WorldCard } from '../../../../src/playground/page/wire.ts'

/** Monday 5 April 2027, 10:05 in Amsterdam. */
export const now = Date.UTC(2027, 3, 5, 8, 5)

export function person(id: string, more: Partial<PersonCard> = {}): PersonCard {
  return {
    id,
    name: id.toLowerCase(),
    realName: id,
    title: '',
    locale: 'en-GB',
    tz: 'Europe/London',
    kind: 'person',
    admin: false,
    guest: false,
    deleted: false,
    ...more,
  }
}

export const sanne = person('U1SANNE', {
  realName: 'Sanne de Wit',
  title: 'Marketing · team lead',
  locale: 'nl-NL',
  tz: 'Europe/Amsterdam',
  admin: true,
})
export const tom = person('U2TOM', { realName: 'Tom Ashworth', title: 'Sales · the Midlands' })

export function world(more: Partial<WorldCard> = {}): WorldCard {
  const trouble = { outage: false, limits: false, lostAnswers: 0, sockets: 1 }
  return { bot: 'running', trouble, canTravel: true, ...more }
}

export function message(ts: string, text: string, more: Partial<Message> = {}): Message {
  return { channel: 'C1', type: 'message', ts, user: 'UBOT', team: 'T1', text, ...more }
}

export function screen(more: Partial<Screen> = {}): Screen {
  return {
    era: 0,
    team: { id: 'T1', name: 'Fernhill', domain: 'fernhill' },
    me: tom,
    people: new Map([sanne, tom].map((one) => [one.id, one])),
    groups: new Map(),
    channels: [
      {
        id: 'C1',
        name: 'marketing-sales',
        kind: 'public',
        members: [],
        joined: true,
        archived: false,
        connected: false,
        lastRead: '0',
      },
    ],
    messages: new Map(),
    ephemerals: [],
    modals: [],
    home: undefined,
    completions: [],
    shortcuts: [],
    clock: { now, running: false, at: 0 },
    world: world(),
    traffic: [],
    ...more,
  }
}

export function readingOf({ me, people, channels }: Screen): PageReading {
  const { locale, tz } = me
  return {
    me: me.id,
    language: locale.startsWith('nl') ? 'nl' : 'en',
    locale,
    tz,
    reader: { locale, tz },
    person: () => undefined,
    user: () => undefined,
    channel: (id) => channels.find((one) => one.id === id)?.name,
    group: () => undefined,
    people,
    channels,
  }
}

const actions: Actions = {
  act: async () => ({ ok: true }),
  go: () => {},
  become: () => {},
  notify: () => {},
}

/** What stands in a window with this screen, as HTML. */
export function drawn(children: ComponentChildren, on: Screen): string {
  return renderToString(
    <ActionsProvider value={actions}>
      <Reader screen={on}>{children}</Reader>
    </ActionsProvider>,
  )
}

function Reader({ screen, children }: { screen: Screen; children: ComponentChildren }) {
  return <ReadingProvider value={useReadingOf(screen)}>{children}</ReadingProvider>
}

/** The words in HTML. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim()
}
