import { describe, expect, it } from 'vitest'
import { deskOf } from '../../src/home/desk.ts'
import { settingsMessage } from '../../src/home/settings-views.ts'
import { deskMessage, helpMessage, homeView } from '../../src/home/views.ts'
import type { HomeSection } from '../../src/platform/feature.ts'
import { languages } from '../../src/platform/i18n.ts'
import type { Word } from '../../src/platform/interaction.ts'
import type { Item } from '../../src/platform/rendered.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'
import { useTeamDay } from '../checkins/team-day.ts'

const item = (n: number, more: Partial<Item> = {}): Item => ({
  id: `test:${n}`,
  title: '&lt;'.repeat(300),
  detail: 'Until Monday',
  from: n,
  buttons: [{ action: 'test:do', text: 'Do it', value: `${n}`, primary: true }],
  ...more,
})
const items = (count: number) => Array.from({ length: count }, (_, n) => item(n))
const sections = (count: number): HomeSection[] =>
  Array.from({ length: count }, (_, n) => ({
    title: `Section ${n} ${'t'.repeat(200)}`,
    items: items(40),
    note: 'n'.repeat(3000),
    buttons: [{ action: `test:section-${n}`, text: 'Do it', value: `${n}` }],
  }))
const desks = [
  ['empty', { waiting: [], coming: [], sections: [], settings: [], newcomer: false }],
  ['full', { waiting: items(80), coming: items(80), sections: sections(6), settings: sections(30), newcomer: false }],
  ['of somebody new', { waiting: [], coming: items(80), sections: [], settings: sections(2), newcomer: true }],
] as const

const may = { name: 'anyone', refuse: async () => undefined }
const word = (n: number): Word => ({
  words: { en: [`word${n}`], nl: [`woord${n}`] },
  usage: () => 'until 3 dec',
  help: () => 'h'.repeat(100),
  may,
  run: async () => undefined,
})

describe.each(languages)('what Slack takes of /rondo and Home, in %s', (language) => {
  it.each(desks)('is a desk that is %s', (_, desk) => {
    expect(validate(deskMessage(desk, language).blocks, 'message')).toEqual([])
    expect(validate(homeView(desk, language), 'home')).toEqual([])
  })

  it('is a screen of many settings', () => {
    expect(validate(settingsMessage(sections(30), '', language).blocks, 'message')).toEqual([])
  })

  it('is a help of many words', () => {
    const words = Array.from({ length: 40 }, (_, n) => word(n))
    const { blocks } = helpMessage(words, language)
    expect(validate(blocks, 'message')).toEqual([])
    for (let n = 0; n < 40; n++)
      expect(JSON.stringify(blocks)).toContain(`${language === 'nl' ? 'woord' : 'word'}${n} `)
  })
})

describe('what stands in front of somebody', () => {
  const desk = deskOf(
    [item(3), item(9), item(5, { overdue: true }), item(1, { overdue: true })],
    [item(8), item(20)],
    6,
  )
  const froms = (list: readonly Item[]) => list.map(({ from }) => from)

  it('waits with what is overdue first, and then what is oldest', () => {
    expect(froms(desk.waiting)).toEqual([1, 5, 3])
  })

  it('does not wait before its time: it comes next', () => {
    expect(froms(desk.coming)).toEqual([8, 9, 20])
  })
})

describe('a Home with more than fits', () => {
  const desk = { waiting: items(50), coming: items(2), sections: [], settings: sections(1), newcomer: false }
  const text = JSON.stringify(homeView(desk, 'en'))

  it('counts what it leaves out', () => {
    expect(text).toContain('And 30 more')
  })

  it('keeps room for what can be set', () => {
    expect(text).toContain('Section 0')
    expect(text).toContain('test:section-0')
  })

  it('says where to look where whole sections do not fit', () => {
    const many = { ...desk, sections: sections(30) }
    expect(JSON.stringify(homeView(many, 'en'))).toMatch(/\d+ sections do not fit here/)
  })
})

describe('/rondo', () => {
  const day = useTeamDay('sqlite')
  const command = async (name: 'tom' | 'victor', typed: string) => {
    const person = day().slack.person(name)
    await person.command(typed)
    await day().settle()
    return day().read(person.ephemerals().at(-1))
  }

  it('says what waits and what is next, with buttons that work', async () => {
    await day().until('2027-03-01 09:00')
    const text = await command('tom', '/rondo')
    expect(text).toContain('# Still open for you\nPipeline review (Acme) is waiting for your answers')
    expect(text).toContain('[Answer] [Skip this time] [I’m away]')
    expect(text.slice(text.indexOf('# What is next'))).toContain('Monday, 8 March 2027 9:00')
    const shown = day().person('tom').ephemerals().at(-1)
    if (shown) await day().person('tom').click(shown, 'Answer')
    expect((await day().person('tom').nextModal()).callback_id).toBe('checkins:answer')
  })

  it('says that nothing waits, and keeps what opens later today for what is next', async () => {
    await day().until('2027-03-01 08:00')
    const text = await command('tom', '/rondo')
    expect(text).toContain('Nothing is waiting for you.')
    expect(text.slice(text.indexOf('# What is next'))).toContain('Pipeline review (Acme) opens')
  })

  it('tells somebody new what Rondo is, and how to begin', async () => {
    const text = await command('victor', '/rondo')
    expect(text).toContain('Rondo gives a marketing team and a sales team one rhythm.')
    expect(text).toContain('[Set up]')
  })

  it('leads somebody new from every list to the set-up', async () => {
    for (const typed of ['/rondo checkin', '/rondo actions']) {
      expect(await command('victor', typed)).toContain('Start one with /rondo setup')
    }
  })

  it('lists every command that the features register, in the help', async () => {
    const text = await command('tom', '/rondo help')
    const words = day().features.flatMap((feature) => feature.words ?? [])
    for (const { words: spellings } of words) expect(text).toContain(`/rondo ${spellings.en[0]}`.trim())
    expect(words.length).toBeGreaterThan(4)
  })
})

describe('App Home', () => {
  const day = useTeamDay('sqlite', 'nl')

  it('shows the same when it is opened, and again on Refresh', async () => {
    await day().until('2027-03-01 08:00')
    day().person('anna').openHome()
    await day().settle()
    expect(day().read(day().person('anna').home)).toContain('Er wacht niets op je.')
    await day().until('2027-03-01 09:00')
    await day().person('anna').click('home', 'home:refresh')
    await day().settle()
    expect(day().read(day().person('anna').home)).toContain('Pipelineoverleg (Acme) wacht op jouw antwoorden')
    expect(day().trouble).toEqual([])
  })

  it('offers a guest nothing that would be refused, and says who can add them', async () => {
    const guest = day().slack.addPerson({ name: 'gijs', restricted: true, locale: 'nl-NL', tz: 'Europe/Amsterdam' })
    await guest.command('/rondo')
    await day().settle()
    guest.openHome()
    await day().settle()
    expect(day().read(guest.home)).toMatch(/^Gasten en mensen van andere organisaties.*Anna of Sofie\.$/)
  })

  it('is not published for the messages tab', async () => {
    day().person('anna').openHome('messages')
    await day().settle()
    expect(day().person('anna').home).toBeUndefined()
  })
})
