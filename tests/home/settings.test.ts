import { describe, expect, it } from 'vitest'
import { settingsMessage } from '../../src/home/settings-views.ts'
import { homeView } from '../../src/home/views.ts'
import { partItems } from '../../src/partnerships/parts/lines.ts'
import { pilotItem } from '../../src/partnerships/pilot/views.ts'
import { type HomeSection, type Part, partNames } from '../../src/platform/feature.ts'
import { type Language, languages } from '../../src/platform/i18n.ts'
import type { Rendered } from '../../src/platform/rendered.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'
import { absenceSettings } from '../../src/workspaces/absence/views.ts'
import { settingsSection } from '../../src/workspaces/settings/views.ts'
import { at, personOf } from '../actions/two-teams.ts'
import { useTeamDay } from '../checkins/team-day.ts'

const now = at('2027-03-01 08:00')
const every = partNames.map((name): Part => {
  const words = () => 'x'.repeat(300)
  return { name, title: words, about: words, inUse: async () => true }
})

/** One's own, with every day of a holiday planned by itself, and those of so many partnerships, with all parts on. */
function settingsOf(count: number, language: Language): HomeSection[] {
  const anna = personOf('anna', language)
  const planned = Array.from({ length: 40 }, (_, n) => {
    const day = `2027-0${4 + Math.floor(n / 20)}-${String((n % 20) + 1).padStart(2, '0')}`
    return { id: `${n}`, from: day, until: day }
  })
  const known = { ownLanguage: undefined, slackLanguage: language, messages: 'daily' as const }
  const own = settingsSection(known, absenceSettings(undefined, planned, anna, now), language, now)
  const partnerships = Array.from({ length: count }, (_, n): HomeSection => {
    const ref = { id: `p${n}`, changedAt: 0 }
    return {
      id: `partnerships:p${n}`,
      title: `Nr ${n} ${'W'.repeat(150)}`,
      items: [
        pilotItem(ref, { id: 'p2', name: '<'.repeat(80) }, anna, language),
        ...partItems(every, new Set(partNames), ref, language),
      ],
      buttons: [{ action: 'partnerships:setup', text: 'Change', value: ref.id }],
    }
  })
  return [own, ...partnerships]
}

const titled = (message: Rendered): string[] =>
  JSON.stringify(message.blocks)
    .split('"type":"header"')
    .flatMap((part, index) => (index === 0 ? [] : (/Nr \d+/.exec(part.slice(0, 80)) ?? [])))
const buttonsOf = (of: object): string[] =>
  [...JSON.stringify(of).matchAll(/"value":"(p\d+) accounts"/g)].map((match) => match[1] ?? '')

describe.each(languages)('the settings of somebody who may change many partnerships, in %s', (language) => {
  it.each([1, 2, 5, 20, 101, 1000])('fit into Slack, of %i', (count) => {
    const settings = settingsOf(count, language)
    for (const chosen of ['', 'partnerships:p0', `partnerships:p${count - 1}`])
      expect(validate(settingsMessage(settings, chosen, language).blocks, 'message')).toEqual([])
    const desk = { waiting: [], coming: [], sections: [], settings, newcomer: false }
    expect(validate(homeView(desk, language), 'home')).toEqual([])
  })

  it.each([5, 20, 101, 1000])('can each be chosen and then stand there whole, of %i', (count) => {
    const settings = settingsOf(count, language)
    const offered = JSON.stringify(settingsMessage(settings, '', language))
    for (let n = 0; n < count; n++) expect(offered).toContain(`"value":"partnerships:p${n}"`)
    for (const n of [0, Math.floor(count / 2), count - 1]) {
      const message = settingsMessage(settings, `partnerships:p${n}`, language)
      expect(titled(message)).toEqual([`Nr ${n}`])
      for (const part of partNames) expect(JSON.stringify(message)).toContain(`"value":"p${n} ${part}"`)
      expect(JSON.stringify(message)).toMatch(new RegExp(`"initial_option":{[^}]*}[^}]*"partnerships:p${n}"`))
    }
  })

  it('stand below each other where they fit, and nothing is to be chosen', () => {
    const two = [{ title: 'Mine', items: [] }, ...settingsOf(2, language).slice(1)]
    const message = settingsMessage(two, '', language)
    expect(titled(message)).toEqual(['Nr 0', 'Nr 1'])
    expect(JSON.stringify(message)).not.toContain('home:choose-settings')
  })

  it('are those of the first where the chosen one is no longer theirs', () => {
    expect(titled(settingsMessage(settingsOf(20, language), 'partnerships:gone', language))).toEqual(['Nr 0'])
  })

  it('take no room in App Home from what waits, and lead from there to all of them', () => {
    const waiting = Array.from({ length: 12 }, (_, n) => ({ id: `${n}`, title: `Waits ${n}.`, from: 0, buttons: [] }))
    const settings = [{ title: 'Mine', items: [] }, ...settingsOf(20, language).slice(1)]
    const view = homeView({ waiting, coming: [], sections: [], settings, newcomer: false }, language)
    const text = JSON.stringify(view)
    expect(waiting.filter(({ title }) => !text.includes(title))).toEqual([])
    expect(buttonsOf(view)).toEqual(['p0', 'p1'])
    expect(text).toContain('home:settings')
    expect(text).toContain('18')
  })

  it('need no other way from App Home where all of them stand there', () => {
    const settings = settingsOf(1, language)
    const view = homeView({ waiting: [], coming: [], sections: [], settings, newcomer: false }, language)
    expect(buttonsOf(view)).toEqual(['p0'])
    expect(JSON.stringify(view)).not.toContain('home:settings')
  })
})

describe('/rondo settings of an admin of twenty partnerships', () => {
  const day = useTeamDay('sqlite')
  const anna = () => day().person('anna')

  async function twenty() {
    const { db } = day()
    await db.updateTable('person').set({ admin: 1 }).where('id', '=', 'anna').execute()
    const first = await db.selectFrom('partnership').selectAll().executeTakeFirstOrThrow()
    for (let n = 2; n <= 20; n++)
      await db
        .insertInto('partnership')
        .values({ ...first, id: `p${n}`, name: `Nr ${n}`, created_at: first.created_at + n })
        .execute()
  }
  const shown = () => {
    const last = anna().ephemerals().at(-1)
    if (!last) throw new Error('Nothing was shown.')
    return last
  }
  const asks = async () => {
    await twenty()
    await anna().command('/rondo settings')
    await day().settle()
    return shown()
  }
  const chooses = async (name: string, list = shown()) => {
    await anna().choose('home:choose-settings', name, { in: list })
    await day().settle()
  }
  const all = () =>
    anna()
      .ephemerals()
      .map((one) => day().read(one))

  it('shows the first, and each that is chosen in its place', async () => {
    const list = await asks()
    expect(all()).toEqual([expect.stringMatching(/settings of 20 cooperations.*# Acme.*Key accounts: off/s)])
    await chooses('Nr 20', list)
    expect(all()).toEqual([expect.stringMatching(/# Nr 20.*Key accounts: off/s)])
  })

  it('follows what is done from it, and stays with the one that was chosen', async () => {
    const list = await asks()
    await chooses('Nr 7', list)
    await anna().click(shown(), 'partnerships:turn-on', { value: 'p7 accounts' })
    await day().settle()
    expect(all()[0]).toMatch(/# Nr 7.*Key accounts: on/s)
  })

  it('ends a pilot in the answer that said it began, which then says only that', async () => {
    await anna().command('/rondo settings')
    await day().settle()
    await anna().click(shown(), 'partnerships:pilot')
    await day().settle()
    const [, begun] = anna().ephemerals()
    expect(all()[1]).toContain('[Go live]')
    if (begun) await anna().click(begun, 'partnerships:go-live')
    await day().settle()
    expect(all().slice(1)).toEqual([expect.stringMatching(/ is live: from now on the two teams see what I say\.$/)])
  })

  it('follows a pilot that ends in the window of the set-up', async () => {
    await anna().command('/rondo settings')
    await day().settle()
    await anna().click(shown(), 'partnerships:pilot')
    await day().settle()
    expect(all()[0]).toContain('Pilot mode is on')
    const [list] = anna().ephemerals()
    if (list) await anna().click(list, 'partnerships:setup')
    for (const step of ['channels', 'people', 'hours']) {
      await day().settle()
      await anna().nextModal(`partnerships:setup-${step}`)
      await anna().submit({})
    }
    await day().settle()
    await anna().click('modal', 'partnerships:go-live')
    await day().settle()
    expect(all()[0]).toContain('Pilot mode: off')
  })

  it('follows an absence that is taken back in the window in which it was noted', async () => {
    await anna().command('/rondo settings')
    await day().settle()
    for (const [from, button] of [
      ['2027-03-08', 'workspaces:stay'],
      ['2027-02-28', 'workspaces:back'],
    ] as const) {
      const before = all()[0]
      await anna().click(shown(), 'workspaces:away')
      await anna().nextModal('workspaces:away')
      await anna().submit({ from, until: '2027-03-12' })
      await day().settle()
      expect(all()[0]).toContain('12 March')
      await anna().click('modal', button)
      await day().settle()
      expect(all()[0]).toBe(before)
      await anna().close()
    }
  })

  it('follows into the language that was chosen from it', async () => {
    await anna().command('/rondo settings')
    await day().settle()
    await anna().click(shown(), 'workspaces:settings')
    await anna().nextModal('workspaces:settings')
    await anna().submit({ language: 'nl', messages: 'daily' })
    await day().settle()
    expect(all()[0]).toContain('Nederlands')
    expect(all()[0]).toContain('Key accounts: uit')
  })

  it('is reached from App Home, and follows there too', async () => {
    await twenty()
    anna().openHome()
    await day().settle()
    expect(day().read(anna().home)).toContain('The settings of 18 more are under All settings.')
    await anna().click('home', 'All settings')
    await day().settle()
    const message = () =>
      anna()
        .directMessages()
        .find((one) => day().read(one).includes('settings of 20'))
    const before = message()
    if (!before) throw new Error('Nothing was said.')
    await anna().choose('home:choose-settings', 'Nr 7', { in: before })
    await day().settle()
    const chosen = message()
    if (chosen) await anna().click(chosen, 'partnerships:turn-on', { value: 'p7 accounts' })
    await day().settle()
    expect(day().read(message())).toMatch(/# Nr 7.*Key accounts: on/s)
  })
})
