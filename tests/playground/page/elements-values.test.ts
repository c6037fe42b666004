import { describe, expect, it } from 'vitest'
import { isJson } from '../../../src/playground/json.ts'
import { berthAt } from '../../../src/playground/page/elements/berth.ts'
import { contentOf, toFile } from '../../../src/playground/page/elements/file-input.tsx'
import { fromRich, toRich } from '../../../src/playground/page/elements/rich.ts'
import { troubleIn } from '../../../src/playground/page/elements/trouble.ts'
import { toNumber, triggersOf } from '../../../src/playground/page/elements/typed.tsx'
import { validate } from '../../../src/playground/server/validator/validate.ts'

describe('typed text as rich text', () => {
  const texts: [what: string, typed: string][] = [
    ['one line', 'Hello'],
    ['lines and a gap', 'Hello\n\nWorld'],
    ['a list', '• one\n• two'],
    ['a list between lines', 'First:\n• one\n• two\nThen'],
    ['numbers from three', '3. three\n4. four'],
  ]
  it.each(texts)('comes back as it was: %s', (_what, typed) => {
    expect(fromRich(toRich(typed), {})).toBe(typed)
  })

  it('makes lists of dashes, stars and numbers', () => {
    const kinds = (typed: string) => {
      const { elements } = toRich(typed) ?? {}
      return Array.isArray(elements) ? elements.map((one) => (isJson(one) ? (one.style ?? one.type) : one)) : []
    }
    expect(kinds('- a\n* b\n1. c\n2) d\ne')).toEqual(['bullet', 'ordered', 'rich_text_section'])
    expect(kinds('-5 degrees')).toEqual(['rich_text_section'])
  })

  it('is nothing where nothing was typed', () => {
    expect(toRich('')).toBeNull()
    expect(toRich(' \n ')).toBeNull()
    expect(fromRich(null, {})).toBe('')
  })

  it.each([...texts, ['an empty point', 'a\n- '], ['an empty line in a list', '- a\n\n- b']])(
    'is a block that Slack takes: %s',
    (_what, typed) => {
      expect(validate([toRich(typed)], 'message')).toEqual([])
    },
  )
})

describe('a number', () => {
  it.each([
    ['1,5', '1.5'],
    [' 12 ', '12'],
    ['-0,5', '-0.5'],
    ['1.5', '1.5'],
    ['1,000,000', '1,000,000'],
    ['ten', 'ten'],
    ['', ''],
  ])('typed as "%s" is kept as "%s"', (typed, kept) => {
    expect(toNumber(typed)).toBe(kept)
  })
})

describe('what is typed', () => {
  it('is told as the app asked, at Enter where it did not say', () => {
    expect(triggersOf({})).toEqual(['on_enter_pressed'])
    expect(triggersOf({ dispatch_action_config: { trigger_actions_on: [] } })).toEqual(['on_enter_pressed'])
    expect(triggersOf({ dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } })).toEqual([
      'on_character_entered',
    ])
  })
})

describe('a file', () => {
  it('is told of as Slack does', () => {
    expect(toFile({ name: 'Q1 plan.PDF', type: 'application/pdf', size: 12 }, 'F1', 'U1')).toMatchObject({
      id: 'F1',
      name: 'Q1 plan.PDF',
      mimetype: 'application/pdf',
      filetype: 'pdf',
      size: 12,
      user: 'U1',
    })
    expect(toFile({ name: 'README', type: '', size: 0 }, 'F1', 'U1')).toMatchObject({
      filetype: '',
      mimetype: 'application/octet-stream',
    })
  })

  it('goes along with what is in it, unless that is too much', async () => {
    const bytes = new Uint8Array([0, 0x56, 0xe9, 0xff, 10])
    expect(Buffer.from((await contentOf(new Blob([bytes]))) ?? '', 'base64')).toEqual(Buffer.from(bytes))
    expect(await contentOf(new Blob([new Uint8Array(5_000_001)]))).toBeUndefined()
  })
})

describe('trouble', () => {
  it.each([
    ['This app responded with an error.', 'Deze app reageerde met een fout.'],
    ['We had some trouble connecting. Try again?', 'Er ging iets mis met de verbinding. Nog eens proberen?'],
    [
      'We had some trouble connecting. Try again? (push_limit_reached)',
      'Er ging iets mis met de verbinding. Nog eens proberen? (push_limit_reached)',
    ],
    ['/rondo failed with the error "dispatch_failed"', '/rondo is mislukt met de fout "dispatch_failed"'],
    ['Something of the app', 'Something of the app'],
  ])('is told in Dutch: %s', (english, dutch) => {
    expect(troubleIn('nl', english)).toBe(dutch)
    expect(troubleIn('en', english)).toBe(english)
  })
})

describe('a list', () => {
  const window = { left: 0, top: 0, width: 1280, height: 800 }
  const wanted = { width: 260, height: 380 }
  const at = (top: number, left = 100, width = 300) => ({ left, top, width, height: 36 })

  it('is beneath what it belongs to, and as wide', () => {
    expect(berthAt(at(100), wanted, window)).toMatchObject({ left: 100, top: 140, width: 300 })
    expect(berthAt(at(100, 100, 40), wanted, window).width).toBe(260)
  })

  it('is above where there is more room, and ends at what it belongs to', () => {
    const { top } = berthAt(at(700), wanted, window)
    expect(top + wanted.height).toBe(696)
  })

  it('is beneath all the same where that is room enough to read, and then scrolls', () => {
    const { top, maxHeight } = berthAt(at(440), { width: 260, height: 380 }, window)
    expect(top).toBe(480)
    expect(maxHeight).toBeGreaterThanOrEqual(240)
    expect(maxHeight).toBeLessThan(380)
  })

  it('stays within what one sees', () => {
    expect(berthAt(at(100, 1200), wanted, window)).toMatchObject({ left: 972, width: 300 })
    const phone = { left: 0, top: 0, width: 390, height: 844 }
    expect(berthAt(at(100, 60, 120), wanted, phone)).toMatchObject({ left: 8, width: 374 })
  })

  it('stays above the keyboard of a phone', () => {
    const seen = { left: 0, top: 120, width: 390, height: 400 }
    for (const anchor of [at(130), at(400), at(700)]) {
      const { top, maxHeight } = berthAt(anchor, wanted, seen)
      expect(top).toBeGreaterThanOrEqual(128)
      expect(top + Math.min(maxHeight, wanted.height)).toBeLessThanOrEqual(512)
    }
  })
})
