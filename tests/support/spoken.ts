import type { Page } from 'playwright-core'
import { words as blockWords } from '../../src/playground/page/blocks/words.ts'
import { words as controlWords } from '../../src/playground/page/controls/words.ts'
import { words as elementWords } from '../../src/playground/page/elements/words.ts'
import { words as modalWords } from '../../src/playground/page/modal/words.ts'
import { words as textWords } from '../../src/playground/page/text/words.ts'
import { words as workspaceWords } from '../../src/playground/page/workspace/words.ts'

const gap = '§'

/** Tells of words whether the page says them in English, and otherwise in Dutch. */
export function isEnglishOnly(): (words: string) => boolean {
  const dutch = new Set(sentencesOf(everyWord('nl')))
  const english = sentencesOf(everyWord('en')).filter((words) => !dutch.has(words))
  return (words) => english.some((one) => matches(one, words))
}

const everyWord = (language: 'en' | 'nl'): unknown[] =>
  [blockWords, controlWords, elementWords, modalWords, textWords, workspaceWords].map((words) => words[language])

/** Every sentence in a catalogue, with a gap for each name or number. */
function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return sentencesOf(words(gap, gap))
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentencesOf) : []
}

/** Whether these are the words of a sentence, whatever stands in its gaps. */
function matches(sentence: string, words: string): boolean {
  const parts = sentence.split(gap).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`, 's').test(words)
}

/** All that the page says itself: texts and labels, without what stands in messages, modals and Home. */
export function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const foreign = '.message-body, .app-view-page, .traffic-line, .modal-body'
    const own = (one: Element | null) => one !== null && !one.closest(foreign)
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      if (own(walker.currentNode.parentElement)) texts.push(walker.currentNode.textContent?.trim() ?? '')
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (!own(one)) continue
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(one.getAttribute(name)?.trim() ?? '')
    }
    return texts.filter((text) => text !== '')
  })
}
