import { describe, expect, it } from 'vitest'
import { answerInWords } from '../../../src/checkins/questions/in-words.ts'
import { choices, question } from '../answering/questions.ts'

describe('an answer in words', () => {
  it.each([
    ['choice', 'yes', 'yes (en)', 'yes (nl)'],
    ['choice', 'gone', 'gone', 'gone'],
    ['number', '1250.5', '1,250.5', '1.250,5'],
    ['number', '-3', '-3', '-3'],
    ['number', 'ten', 'ten', 'ten'],
    ['text', '1250.5', '1250.5', '1250.5'],
    ['line', 'yes', 'yes', 'yes'],
  ] as const)('to a %s: %s', (kind, answer, en, nl) => {
    const asked = question({ kind, choices: choices('yes', 'no') })
    expect([answerInWords(asked, answer, 'en'), answerInWords(asked, answer, 'nl')]).toEqual([en, nl])
  })
})
