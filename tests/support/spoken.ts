/** What the page says itself, and whether that is Dutch. */
import type { Page } from 'playwright-core'
import { words as blockWords } from '../../src/playground/page/blocks/words.ts'
import { words as controlWords } from '../../src/playground/page/controls/words.ts'
import { words as elementWords } from '../../src/playground/page/elements/words.ts'
import { words as modalWords } from '../../src/playground/page/modal/words.ts'
import { words as textWords } from '../../src/playground/page/text/words.ts'
import { words as workspaceWords } from '../../src/playground/page/workspace/words.ts'
import { cast, seed } from '../../src/playground/story/cast.ts'

const catalogues = [blockWords, controlWords, elementWords, modalWords, textWords, workspaceWords]

/** Stands for a name or a number in a sentence. */
const gap = '§'

/** What is called the same in both languages. */
export function sameInBoth(): string[] {
  const english = new Set(sentencesIn('en'))
  return [...new Set(sentencesIn('nl'))].filter((one) => english.has(one) && /\p{L}/u.test(one)).sort()
}

/** Tells of words whether the page has them neither in Dutch nor from the workspace: names, dates and numbers. */
export function foreignToDutch(): (words: string) => boolean {
  const sentences = sentencesIn('nl').filter((one) => /\p{L}/u.test(one))
  const known = new Set(wordsIn([...namesHere(), ...datesInDutch()].join(' ')))
  const isDutch = (words: string) =>
    wordsIn(words).every((one) => known.has(one)) || sentences.some((sentence) => fits(sentence, words))
  return (words) => !isDutch(words) && !words.split(', ').every(isDutch)
}

/** All that the page says itself: texts and labels, without what stands in messages, windows of Rondo, Home and requests. */
export function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const others = 'noscript, .message-body, .app-view-page, .traffic-line, .modal-body'
    const isOwn = (one: Element | null) => one !== null && !one.closest(others)
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      if (isOwn(walker.currentNode.parentElement)) texts.push(walker.currentNode.textContent?.trim() ?? '')
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (!isOwn(one)) continue
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(one.getAttribute(name)?.trim() ?? '')
    }
    return texts.filter((text) => text !== '')
  })
}

const sentencesIn = (language: 'en' | 'nl'): string[] => sentencesOf(catalogues.map((words) => words[language]))

/** Every sentence in a catalogue, with a gap for each name or number; what counts also as it counts one. */
function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [...sentencesOf(words(gap, gap)), ...sentencesOf(words(1, 1))]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentencesOf) : []
}

/** Whether these are the words of a sentence, whatever stands in its gaps. */
function fits(sentence: string, words: string): boolean {
  const parts = sentence.split(gap).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`, 's').test(words)
}

const wordsIn = (text: string): string[] => text.match(/\p{L}+/gu) ?? []

/** People with their initials, titles, languages and places; channels, the workspace, and keys. */
function namesHere(): string[] {
  const people = cast.flatMap(({ realName, title = '' }) => {
    const parts = realName.split(' ')
    return [realName, title, `${parts[0]?.[0]}${parts.at(-1)?.[0]}`]
  })
  const places = (seed.channels ?? []).map(({ name }) => name)
  return [...people, ...places, seed.team?.name ?? '', 'Rondo', 'Ctrl K', 'Amsterdam Londen', 'Nederlands Engels']
}

function datesInDutch(): string[] {
  const days = Array.from({ length: 365 }, (_, day) => Date.UTC(2027, 0, 1 + day))
  const written = (['long', 'short'] as const).flatMap((form) => {
    const format = new Intl.DateTimeFormat('nl-NL', { weekday: form, day: 'numeric', month: form, timeZone: 'UTC' })
    return days.map((day) => format.format(day))
  })
  return [...written, ...written.map((one) => one.charAt(0).toUpperCase() + one.slice(1)), 'om', 'Vandaag', 'Gisteren']
}
