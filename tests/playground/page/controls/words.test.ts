import { describe, expect, it } from 'vitest'
import { words } from '../../../../src/playground/page/controls/words.ts'

/** All words with their names; what takes something is given samples. */
function said(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value === 'function') return said(value(2, 7), name)
  return Object.entries(Object(value)).flatMap(([key, part]) => said(part, `${name}.${key}`))
}
const [english, dutch] = [said(words.en), new Map(said(words.nl))]
/** Called the same by people who read Dutch. */
const same = new Set([
  '.time.occurrence.short',
  '.traffic.filter',
  '.traffic.ok',
  '.traffic.toSlack',
  '.traffic.toApp',
  '.traffic.count',
  '.traffic.items',
])

describe('what the controls say', () => {
  it('is there in both languages, and not left in English', () => {
    expect(english.length).toBeGreaterThan(100)
    for (const [name, text] of english) {
      expect(dutch.get(name), name).toBeTruthy()
      if (!same.has(name) && /[a-z]{3}/i.test(text)) expect(dutch.get(name), name).not.toBe(text)
    }
  })

  it('is said to a colleague', () => {
    for (const [name, text] of dutch) expect(text, name).not.toMatch(/\b(u|uw)\b/i)
  })
})
