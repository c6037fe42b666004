import { distance } from 'fastest-levenshtein'
import type { Feature } from '../feature.ts'
import { languages } from '../i18n.ts'
import type { Word } from '../interaction.ts'

export interface WordBook {
  /** The word a text begins with, and what follows it. The longest word wins; '' is the bare command. */
  find(text: string): { word: Word; rest: string } | undefined
  /** The spelling nearest to what the text begins with, and what follows it; undefined where none is near. */
  nearest(text: string): { spelling: string; rest: string } | undefined
}

/** All words of all features. @throws where two words share a spelling */
export function wordBook(features: readonly Feature[]): WordBook {
  const words = new Map<string, Word>()
  for (const word of features.flatMap((feature) => feature.words ?? [])) {
    for (const spelling of spellingsOf(word)) {
      if (words.has(spelling)) throw new Error(`Two features claim the word "${spelling}".`)
      words.set(spelling, word)
    }
  }
  const longest = Math.max(1, ...[...words.keys()].map((spelling) => spelling.split(' ').length))

  return {
    find(text) {
      const typed = wordsOf(text)
      for (let count = Math.min(longest, typed.length); count > 0; count -= 1) {
        const word = words.get(typed.slice(0, count).join(' ').toLowerCase())
        if (word) return { word, rest: afterWords(text, count) }
      }
      const bare = words.get('')
      return bare && typed.length === 0 ? { word: bare, rest: '' } : undefined
    },
    nearest(text) {
      const [first = ''] = wordsOf(text)
      const typed = first.toLowerCase()
      const near = [...words.keys()]
        .filter((spelling) => spelling !== '')
        .map((spelling) => ({ spelling, far: distance(typed, spelling) }))
        .filter(({ far }) => far <= Math.ceil(typed.length / 3))
        .toSorted((a, b) => a.far - b.far)[0]
      return near && { spelling: near.spelling, rest: afterWords(text, 1) }
    },
  }
}

/** What somebody typed: Slack sends a command's text with `&`, `<` and `>` escaped, unlike what is typed in a modal. */
export const asTyped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The same word in two languages is one spelling. */
const spellingsOf = (word: Word): Set<string> => new Set(languages.flatMap((language) => word.words[language]))

const wordsOf = (text: string): string[] =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')

const afterWords = (text: string, count: number): string => text.trim().replace(new RegExp(`^(\\S+\\s*){${count}}`), '')
