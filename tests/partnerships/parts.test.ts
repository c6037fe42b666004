import { afterEach, describe, expect, it } from 'vitest'
import { partnershipsInWorkspace } from '../../src/partnerships/index.ts'
import { isTooSoon, nextOff } from '../../src/partnerships/parts/proposal.ts'
import { partsOf } from '../../src/partnerships/parts/store.ts'
import type { Part, PartName } from '../../src/platform/feature.ts'
import { phrase } from '../../src/platform/i18n.ts'
import { at } from '../workspaces/people.ts'
import { startWorld, type World } from '../workspaces/world.ts'

const partOf = (name: PartName, title: string, inUse = false): Part => ({
  name,
  title: phrase({ en: title, nl: `${title} (nl)` }),
  about: phrase({ en: `What ${title} brings.`, nl: `Wat ${title} brengt.` }),
  inUse: async () => inUse,
})
const both = [partOf('agreements', 'Working agreements'), partOf('accounts', 'Key accounts')]

describe('what is proposed next', () => {
  it.each<[PartName[], PartName | undefined]>([
    [[], 'accounts'],
    [['accounts'], 'agreements'],
    [['agreements'], 'accounts'],
    [['accounts', 'agreements'], undefined],
  ])('with %j on it is %s: of those that there are, in their order', (on, next) => {
    expect(nextOff(both, on)?.name).toBe(next)
  })

  it.each<[string | undefined, string, boolean]>([
    [undefined, '2026-11-23T10:00', false],
    ['2026-11-23T10:00', '2026-11-23T10:01', true],
    ['2026-11-23T10:00', '2027-02-22T23:59', true],
    ['2026-11-23T10:00', '2027-02-23T00:00', false],
    ['2026-11-30T10:00', '2027-02-28T09:00', false],
  ])('is not proposed within a quarter: refused %s, now %s', (refused, now, soon) => {
    expect(isTooSoon(refused === undefined ? undefined : at(refused), at(now), 'Europe/Amsterdam')).toBe(soon)
  })
})

describe('what team leads can set', () => {
  let world: World
  afterEach(() => world.stop())

  const person = (name: string) => world.slack.person(name)
  async function begins(parts: Part[], checkInsUsed = false): Promise<void> {
    world = await startWorld(
      {
        users: [
          { id: 'UANNA', name: 'anna', locale: 'nl-NL' },
          { id: 'UCHRIS', name: 'chris' },
          { id: 'UDANA', name: 'dana' },
        ],
        channels: [
          { id: 'CMKT', name: 'marketing', members: ['anna'] },
          { id: 'CSALES', name: 'sales', members: ['chris', 'dana'] },
          { id: 'CBOTH', name: 'both', members: ['anna', 'chris'] },
        ],
      },
      parts,
      checkInsUsed,
    )
    await person('chris').command('/rondo setup', { in: 'sales' })
    await person('chris').nextModal('partnerships:setup-channels')
    await person('chris').submit({
      name: 'Benelux',
      marketing_channel: 'marketing',
      sales_channel: 'sales',
      shared_channel: 'both',
    })
    await world.settled()
    await person('chris').submit({ marketing_team_lead: 'anna', sales_team_lead: 'chris' })
    await person('chris').submit({})
  }
  const onlyOne = async () => {
    const [one] = await partnershipsInWorkspace(world.db, world.workspace.id)
    if (!one) throw new Error('There is no partnership.')
    return one
  }
  async function homeOf(name: string): Promise<string> {
    await world.settled()
    await world.showHome(name)
    const { home } = person(name)
    return home ? world.slack.plain(home) : ''
  }
  const told = async (name: string) => {
    await world.settled()
    const last = person(name).directMessages().at(-1)
    return last ? world.slack.plain(last) : ''
  }
  const on = async () => [...(await partsOf(world.db, (await onlyOne()).id))]

  it('turns a part on, and off after asking once more', async () => {
    await begins([partOf('accounts', 'Key accounts')])
    await person('chris').close({ all: true })
    expect(await homeOf('chris')).toMatch(/Key accounts: off\. What Key accounts brings\./)
    await person('chris').click('home', 'Turn on')
    expect(await told('chris')).toContain('Key accounts: on in Benelux.')
    expect(await on()).toEqual(['accounts'])
    // Anna had Home open all the while.
    expect(await homeOf('anna')).toContain('Key accounts (nl): aan.')
    await person('anna').click('home', 'Uitzetten')
    const view = await person('anna').nextModal('partnerships:turn-off')
    expect(world.slack.plain(view)).toContain('Wat erin staat, blijft bewaard')
    await person('anna').submit({})
    expect(await on()).toEqual([])
  })

  it('says so where somebody turned it off meanwhile', async () => {
    await begins([partOf('accounts', 'Key accounts')])
    await person('chris').close({ all: true })
    await homeOf('chris')
    await person('chris').click('home', 'Turn on')
    for (const name of ['anna', 'chris']) {
      await homeOf(name)
      await person(name).click('home', 'partnerships:turn-off')
      await person(name).nextModal('partnerships:turn-off')
    }
    await person('anna').submit({})
    await person('chris').submit({})
    const { modal } = person('chris')
    expect(modal && world.slack.plain(modal)).toContain('off in Benelux already')
  })

  it('says so where somebody was faster', async () => {
    await begins([partOf('accounts', 'Key accounts')])
    await person('chris').close({ all: true })
    await homeOf('chris')
    await homeOf('anna')
    await person('chris').click('home', 'Turn on')
    await person('anna').click('home', 'Aanzetten')
    expect(await told('anna')).toContain('staat al aan in Benelux')
  })

  it('shows nothing of it to who leads nothing', async () => {
    await begins(both, true)
    expect(await homeOf('dana')).not.toMatch(/Benelux|Key accounts/)
  })

  it('proposes one part to the team leads once the check-ins are in use, on one day a week', async () => {
    await begins(both, true)
    await person('chris').close({ all: true })
    expect(await homeOf('chris')).not.toContain('Ready for the next step')
    world.travel('2026-11-24T10:00')
    expect(await homeOf('chris')).toMatch(/Ready for the next step in Benelux\? Key accounts/)
    expect(await homeOf('chris')).not.toMatch(/next step in Benelux\? Working agreements/)
    expect(await homeOf('anna')).toContain('Klaar voor de volgende stap in Benelux?')
    await person('chris').click('home', 'Not now')
    expect(await told('chris')).toContain('I’ll ask again in three months')
    expect(await homeOf('anna')).not.toContain('Klaar voor de volgende stap')
    world.travel('2027-03-02T10:00')
    expect(await homeOf('anna')).toContain('Klaar voor de volgende stap in Benelux? Key accounts (nl)')
  })

  it('proposes nothing before the last part is in use', async () => {
    await begins(both, false)
    await person('chris').close({ all: true })
    world.travel('2026-11-24T10:00')
    expect(await homeOf('chris')).not.toContain('Ready for the next step')
  })

  it('proposes the next where the last is in use, and not what somebody turned off', async () => {
    await begins([partOf('accounts', 'Key accounts', true), partOf('agreements', 'Working agreements')])
    await person('chris').close({ all: true })
    world.travel('2026-11-24T10:00')
    await homeOf('chris')
    await person('chris').click('home', 'Turn on', { value: `${(await onlyOne()).id} accounts` })
    expect(await homeOf('chris')).toMatch(/next step in Benelux\? Working agreements/)
    await person('chris').click('home', 'Turn off')
    await person('chris').nextModal('partnerships:turn-off')
    await person('chris').submit({})
    expect(await homeOf('chris')).not.toContain('Ready for the next step')
  })

  it('offers pilot mode where the set-up ends, and says plainly who sees what', async () => {
    await begins([])
    await person('chris').click('modal', 'partnerships:pilot')
    await world.settled()
    const { modal } = person('chris')
    expect(modal && world.slack.plain(modal)).toMatch(/goes to you only\. Nobody else gets a message/)
    expect((await onlyOne()).pilotId).toBeDefined()
    expect(await homeOf('anna')).toMatch(/gaat alleen naar chris\. Verder krijgt niemand een bericht/)
    await person('anna').click('home', 'partnerships:go-live')
    expect(await told('anna')).toContain('Benelux is echt begonnen')
    expect((await onlyOne()).pilotId).toBeUndefined()
    await person('chris').click('modal', 'partnerships:go-live')
    await world.settled()
    expect(person('chris').modal && world.slack.plain(person('chris').modal ?? { type: 'modal' })).toContain(
      'live already',
    )
  })

  it('asks once more before pilot mode begins where the two teams hear everything, and answers with the way back', async () => {
    await begins([])
    await person('chris').close({ all: true })
    await homeOf('anna')
    await person('anna').click('home', 'partnerships:pilot', { confirm: false })
    await world.settled()
    expect((await onlyOne()).pilotId).toBeUndefined()
    await person('anna').click('home', 'partnerships:pilot')
    expect(await told('anna')).toMatch(/gaat alleen naar jou\. .*Met Echt beginnen horen/s)
    expect((await onlyOne()).pilotId).toBeDefined()
    const answer = person('anna').directMessages().at(-1)
    if (answer) await person('anna').click(answer, 'Echt beginnen')
    await world.settled()
    expect(world.slack.plain(person('anna').ephemerals().at(-1) ?? [])).toContain('Benelux is echt begonnen')
    expect((await onlyOne()).pilotId).toBeUndefined()
  })

  it('does not ask where nothing was said to the two teams yet', async () => {
    await begins([])
    await person('chris').click('modal', 'partnerships:pilot', { confirm: false })
    await world.settled()
    expect((await onlyOne()).pilotId).toBeDefined()
  })

  it('goes on with who speaks for marketing where the pilot leaves', async () => {
    await begins([])
    await person('chris').click('modal', 'partnerships:pilot')
    await world.settled()
    person('chris').deactivate()
    await world.settled()
    const { pilotId } = await onlyOne()
    const pilot = await world.db
      .selectFrom('person')
      .select('name')
      .where('id', '=', pilotId ?? '')
      .executeTakeFirst()
    expect(pilot?.name).toBe('anna')
  })
})
