import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { colourOf, initialsOf } from '../../../../src/playground/page/shared/initials.ts'

const tokens = readFileSync(new URL('../../../../src/playground/page/styles/tokens.css', import.meta.url), 'utf8')

describe('the initials of a person', () => {
  it.each([
    ['Sanne de Wit', 'SW'],
    ['Tom Ashworth', 'TA'],
    ['rondo', 'R'],
    ['Émile  Zola ', 'ÉZ'],
    ['Priya Nair (on leave)', 'PL'],
    ['', '?'],
    ['— —', '?'],
  ])('of “%s” are %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
})

describe('the colour of a person', () => {
  it('is one of the page’s own and stays the same', () => {
    for (const id of ['U01SANNE', 'U02JORIS', 'U05DAAN', '']) {
      const name = /^var\((--avatar-\d)\)$/.exec(colourOf(id))?.[1]
      expect(tokens).toContain(`${name}:`)
      expect(colourOf(id)).toBe(colourOf(id))
    }
  })

  it('tells people apart', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `U${String(at).padStart(2, '0')}PERSON`)
    expect(new Set(ids.map(colourOf)).size).toBe(8)
  })

  it('leaves white letters readable on each', () => {
    const colours = [...tokens.matchAll(/--avatar-\d: (#\w{6});/g)].map(([, colour = '']) => colour)
    expect(colours).toHaveLength(8)
    for (const colour of colours) expect(contrastWithWhite(colour), colour).toBeGreaterThanOrEqual(4.5)
  })
})

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrastWithWhite(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
