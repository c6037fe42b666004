import { describe, expect, it } from 'vitest'
import {
  commandOf,
  completed,
  completing,
  fits,
  isWhole,
} from '../../../../src/playground/page/workspace/completion.ts'
import { jumpsFor } from '../../../../src/playground/page/workspace/jumps.ts'
import { app, appChannel, channel, people, person } from '../given.ts'

const completions = [
  { text: '/rondo', help: 'What is open for me' },
  { text: '/rondo setup', help: 'Set up a partnership' },
  { text: '/rondo away', usage: 'until 3 dec', help: 'Say that you are away' },
]
const channels = [
  channel(),
  channel({ id: 'C2', name: 'sales' }),
  channel({ id: 'C3', name: 'sold', archived: true }),
  appChannel,
]
const known = { completions, people: [...people, person('U9', 'Gone Girl', { deleted: true })], channels }
const offered = (text: string, caret = text.length) => completing(text, caret, known)?.offers.map((one) => one.text)

describe('what completes a command', () => {
  it.each([
    ['/', ['/rondo', '/rondo setup', '/rondo away']],
    ['/ron', ['/rondo', '/rondo setup', '/rondo away']],
    ['/RONDO S', ['/rondo setup']],
    ['/setup', ['/rondo setup']],
    ['/partner', ['/rondo setup']],
    ['/rondo xyz', []],
    ['/nothing', undefined],
    ['say /rondo', undefined],
    [' /rondo', undefined],
  ])('%s', (text, expected) => {
    expect(offered(text)).toEqual(expected)
  })

  it('keeps the command apart from how it may go on', () => {
    expect(completing('/rondo aw', 9, known)?.offers).toMatchObject([{ label: '/rondo away', usage: 'until 3 dec' }])
  })

  it('says how a command goes on once it stands there', () => {
    expect(completing('/rondo away until', 17, known)).toMatchObject({ usage: completions[2], offers: [] })
  })

  it('tells a whole command, which Enter sends, from the beginning of one', () => {
    expect(isWhole('/rondo ', completions)).toBe(true)
    expect(isWhole('/rondo se', completions)).toBe(false)
    expect(commandOf('/rondo setup')).toBe('/rondo')
    expect(commandOf(' /rondo')).toBeUndefined()
  })
})

describe('what completes names', () => {
  it.each([
    ['@', ['@anna', '@ben', '@rondo', '@zoë']],
    ['Ask @zoe', ['@zoë']],
    ['Ask @oka', ['@ben']],
    ['Ask @gone', undefined],
    ['anna@fern', undefined],
    ['See #sal', ['#marketing-sales', '#sales']],
    ['See #sold', undefined],
    ['See #Rondo', undefined],
  ])('%s', (text, expected) => {
    expect(offered(text)).toEqual(expected)
  })

  it('is put in place of what was typed, and leaves what follows', () => {
    const text = 'Ask @be tomorrow'
    const found = completing(text, 7, known)
    const [offer] = found?.offers ?? []
    if (!found || !offer) throw new Error('Nobody is offered.')
    expect(completed(text, 7, found.start, offer)).toEqual({ text: 'Ask @ben tomorrow', caret: 9 })
  })

  it('looks at the beginnings of words, whatever their accents', () => {
    expect(fits('kuip', 'Zoë Kuipers')).toBe(true)
    expect(fits('uip', 'Zoë Kuipers')).toBe(false)
    expect(fits('zoë k', 'Zoë Kuipers')).toBe(true)
  })
})

describe('where one can jump to', () => {
  it('offers the app once, what one has joined before what one could join, and nothing archived', () => {
    const all = [channel({ id: 'C9', name: 'random', joined: false }), ...channels]
    expect(jumpsFor('', all, app).map(({ name }) => name)).toEqual(['Rondo', 'marketing-sales', 'sales', 'random'])
    expect(jumpsFor('#sal', all, app).map(({ name }) => name)).toEqual(['marketing-sales', 'sales'])
  })
})
