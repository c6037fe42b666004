import { describe, expect, it } from 'vitest'
import { isJson } from '../../../src/playground/json.ts'
import { berthAt } from '../../../src/playground/page/elements/berth.ts'
import { toFile } from '../../../src/playground/page/elements/file-input.tsx'
import { fromRich, toRich } from '../../../src/playground/page/elements/rich.ts'
import { troubleIn } from '../../../src/playground/page/elements/trouble.ts'
import { toNumber, triggersOf } from '../../../src/playground/page/elements/typed.tsx'
import { cityOf, secondsOf, wallOf } from '../../../src/playground/page/elements/zoned.ts'
import { validate } from '../../../src/playground/server/validator/validate.ts'

const seconds = (iso: string) => Date.parse(iso) / 1000

describe('the clocks of a zone', () => {
  const both: [date: string, time: string, tz: string, instant: string][] = [
    ['2027-01-15', '09:30', 'Europe/Amsterdam', '2027-01-15T08:30Z'],
    ['2027-07-15', '09:30', 'Europe/Amsterdam', '2027-07-15T07:30Z'],
    ['2027-07-15', '00:00', 'Europe/Amsterdam', '2027-07-14T22:00Z'],
    ['2027-12-31', '23:59', 'America/New_York', '2028-01-01T04:59Z'],
    ['2027-05-05', '12:00', 'Asia/Kolkata', '2027-05-05T06:30Z'],
    ['2027-05-05', '12:00', 'Pacific/Kiritimati', '2027-05-04T22:00Z'],
    ['2027-05-05', '12:00', 'UTC', '2027-05-05T12:00Z'],
    // The hours around both changes of the clocks.
    ['2027-03-28', '01:59', 'Europe/Amsterdam', '2027-03-28T00:59Z'],
    ['2027-03-28', '03:00', 'Europe/Amsterdam', '2027-03-28T01:00Z'],
    ['2027-10-31', '01:59', 'Europe/Amsterdam', '2027-10-30T23:59Z'],
    ['2027-10-31', '03:00', 'Europe/Amsterdam', '2027-10-31T02:00Z'],
    ['2027-11-07', '00:30', 'America/New_York', '2027-11-07T04:30Z'],
  ]
  it.each(both)('show %s %s in %s', (date, time, tz, instant) => {
    expect(secondsOf({ date, time }, tz)).toBe(seconds(instant))
    expect(wallOf(seconds(instant), tz)).toEqual({ date, time })
  })

  const changes: [what: string, date: string, time: string, tz: string, instant: string][] = [
    ['are put forward over it: as much later', '2027-03-28', '02:30', 'Europe/Amsterdam', '2027-03-28T01:30Z'],
    ['are put forward over it in America', '2027-03-14', '02:15', 'America/New_York', '2027-03-14T07:15Z'],
    ['show it twice: the earlier', '2027-10-31', '02:30', 'Europe/Amsterdam', '2027-10-31T00:30Z'],
    ['show it twice in America', '2027-11-07', '01:30', 'America/New_York', '2027-11-07T05:30Z'],
  ]
  it.each(changes)('%s', (_what, date, time, tz, instant) => {
    expect(secondsOf({ date, time }, tz)).toBe(seconds(instant))
  })

  it('agree with Temporal at every half hour of a year in zones of all kinds', () => {
    for (const tz of ['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca']) {
      for (let hours = 0; hours < 365 * 24; hours += 7.5) {
        const plain = Temporal.PlainDateTime.from('2027-01-01T00:00').add({ minutes: hours * 60 })
        const [date = '', time = ''] = plain.toString({ smallestUnit: 'minute' }).split('T')
        const expected = plain.toZonedDateTime(tz, { disambiguation: 'compatible' }).epochMilliseconds / 1000
        if (secondsOf({ date, time }, tz) !== expected)
          expect([tz, date, time, secondsOf({ date, time }, tz)]).toEqual(expected)
      }
    }
  })

  it('show nothing for what is no date', () => {
    expect(secondsOf({ date: '', time: '09:30' }, 'UTC')).toBeUndefined()
    expect(secondsOf({ date: '2027-02-30x', time: '09:30' }, 'UTC')).toBeUndefined()
  })

  it('are those of a city', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
    expect(cityOf('UTC')).toBe('UTC')
  })
})

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
