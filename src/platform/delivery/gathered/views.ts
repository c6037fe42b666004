import type { LocalDate } from '../../../calendar/local-date.ts'
import { toLocal } from '../../../calendar/wall-time.ts'
import type { Language } from '../../i18n.ts'
import type { Person } from '../../person.ts'
import type { Item, Rendered } from '../../rendered.ts'
import { context, escaped, itemBlocks, section } from '../../slack/blocks.ts'
import { allDone, andMore, goneOn, greeting, laterToday } from './messages.ts'

const mostItems = 20

/** What waits for somebody, with buttons, and what comes later today. @param due the most pressing first */
export function dayMessage(person: Person, due: Item[], later: Item[]): Rendered {
  const { language } = person
  const shown = due.slice(0, mostItems)
  const left = due.length - shown.length
  const name = escaped(person.name.split(' ')[0] ?? '')
  const hello = due.length > 0 ? greeting(language, name) : allDone(language, name)
  const announced = later.slice(0, 5).map(({ from, title }) => `${toLocal(from, person.zone).time} ${title}`)
  const more = left > 0 ? [andMore(language, left)] : []
  return {
    text: [hello, ...shown.map(({ title }) => `• ${title}`), ...more].join('\n'),
    blocks: [
      section(hello),
      ...shown.flatMap(itemBlocks),
      ...more.map(context),
      ...(announced.length > 0 ? [context([laterToday(language), ...announced].join('\n'))] : []),
    ],
  }
}

/** What is left of a day's message once a later one shows what waits: a line without buttons. */
export function formerMessage(date: LocalDate, language: Language): Rendered {
  const text = goneOn(language, date)
  return { text, blocks: [context(text)] }
}
