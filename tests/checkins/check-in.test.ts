import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/playground/server/workspace.ts'
import { setAway } from '../../src/workspaces/index.ts'
import { at, type Name, people, personOf, sideOf } from '../actions/two-teams.ts'
import { sampled } from '../support/databases.ts'
import { type TeamDay, useTeamDay } from './team-day.ts'

const lastOf = (day: TeamDay): Message => {
  const root = day.roots().at(-1)
  if (!root) throw new Error('No check-in has opened.')
  return root
}

/** Presses *Answer* on the first post and looks at the form. */
async function openForm(day: TeamDay, name: Name): Promise<string> {
  await day.person(name).click(lastOf(day), 'checkins:answer')
  return day.read(await day.person(name).nextModal('checkins:answer'), name)
}

async function answer(day: TeamDay, name: Name, answers: Record<string, string>) {
  await openForm(day, name)
  const submission = await day.person(name).submit(answers)
  await day.settle()
  return submission
}

const oneAnswer = (name: Name, text: string): Record<string, string> =>
  sideOf(name) === 'marketing' ? { coming: text } : { deals: text }

describe.each(sampled('checkins/check-in'))('a weekly check-in on %s', (engine) => {
  const day = useTeamDay(engine)

  it('opens on Monday at nine with what is asked, until when, and how many have answered', async () => {
    await day().until('2027-03-01 08:59')
    expect(day().roots()).toEqual([])
    await day().until('2027-03-01 09:00')
    expect(day().roots()).toHaveLength(1)
    const text = day().read(lastOf(day()))
    expect(text).toContain('# Pipeline review: Monday 1 March')
    expect(text).toContain('What do you need from the other team this week?')
    expect(text).toContain('Answer until Monday, 1 March 2027 17:00.')
    expect(text).toContain('0 of 5 answered')
    expect(day().trouble).toEqual([])
  })

  it('asks each side its own questions, keeps the last answer, and shows how many have answered', async () => {
    await day().until('2027-03-01 09:00')
    expect(await openForm(day(), 'anna')).not.toContain('Which deals moved')
    await day().person('anna').submit({ coming: 'Webinar on Thursday' })
    await answer(day(), 'tom', { deals: 'Vega is stuck on price' })
    expect(day().read(lastOf(day()))).toContain('2 of 5 answered')
    await openForm(day(), 'anna')
    expect(day().read(day().person('anna').modal)).toContain('Webinar on Thursday')
    await day().person('anna').submit({ coming: 'Webinar on Friday' })
    await day().until('2027-03-01 17:00')
    expect(day().read(lastOf(day()))).toContain('Closed: 2 of 5 answered')
    const summary = day()
      .replies(lastOf(day()))
      .map((reply) => day().read(reply))
      .join('\n')
    expect(summary).toContain('2 of 5 answered')
    expect(summary).toContain('Anna\nWebinar on Friday')
    expect(summary).toContain('Tom\nVega is stuck on price')
    expect(summary).not.toContain('Thursday')
    for (const silent of ['Bram', 'Sofie', 'Uma']) expect(summary).not.toContain(silent)
    expect(day().trouble).toEqual([])
  })

  it('closes at once when nobody is left to wait for, and once', async () => {
    await day().until('2027-03-01 09:00')
    await Promise.all([
      day().person('uma').click(lastOf(day()), 'checkins:answer'),
      day().person('sofie').click(lastOf(day()), 'checkins:answer'),
    ])
    for (const name of ['anna', 'bram', 'tom'] as const) await answer(day(), name, oneAnswer(name, 'All well'))
    expect(day().replies(lastOf(day()))).toEqual([])
    await Promise.all([day().person('uma').submit({ deals: 'None' }), day().person('sofie').submit({ deals: 'One' })])
    await day().until('2027-03-01 09:01')
    expect(day().read(lastOf(day()))).toContain('Closed: 5 of 5 answered')
    await day().until('2027-03-02 12:00')
    expect(day().replies(lastOf(day()))).toHaveLength(1)
  })

  it('takes a late answer into the summary and says so in the thread; what was said in time stands', async () => {
    await day().until('2027-03-01 09:00')
    await answer(day(), 'anna', { coming: 'Webinar' })
    await day().until('2027-03-02 10:00')
    expect(await openForm(day(), 'uma')).toContain('This check-in has closed.')
    await day().person('uma').submit({ heard: 'They all ask about the API' })
    await day().until('2027-03-02 10:05')
    const [summary, late, ...more] = day().replies(lastOf(day()))
    expect(more).toEqual([])
    expect(day().read(summary)).toContain('Uma\nThey all ask about the API')
    expect(day().read(summary)).toContain('2 of 5 answered')
    expect(day().read(late)).toBe('Late answer added by Uma. It is in the summary above.')
    expect(day().read(lastOf(day()))).toContain('Closed: 2 of 5 answered')
    await day().person('anna').click(lastOf(day()), 'checkins:answer')
    await day().settle()
    expect(day().toldTo('anna')).toContain('This check-in has closed and your answers are in the summary.')
  })

  it('puts the pages of a long summary into the thread in their order, and what is added late after them', async () => {
    await day().until('2027-03-01 09:00')
    const long = 'A long story. '.repeat(210)
    for (const name of people.filter((one) => one !== 'uma')) {
      const more = sideOf(name) === 'marketing' ? { response: long } : { heard: long, leads: long }
      await answer(day(), name, { ...oneAnswer(name, long), ...more, need: long })
    }
    await day().until('2027-03-01 17:02')
    const texts = () =>
      day()
        .replies(lastOf(day()))
        .map(({ text }) => text)
    const pages = texts()
    expect(pages.length).toBeGreaterThan(4)
    expect(pages).toEqual(
      pages.map((_, page) =>
        page === 0 ? 'Summary of the check-in of 1 March' : `Summary, part ${page + 1} of ${pages.length}`,
      ),
    )
    await answer(day(), 'uma', { heard: long, need: long })
    await day().until('2027-03-01 17:10')
    expect(texts().length).toBeGreaterThan(pages.length + 1)
    expect(texts().at(-1)).toBe('Late answer added by Uma. It is in the summary above.')
  })

  it('says it kindly where nobody answered', async () => {
    await day().until('2027-03-01 17:01')
    const [summary] = day().replies(lastOf(day()))
    expect(day().read(summary)).toContain('Nobody got round to answering this time.')
  })

  it('fills in last time’s answer where that helps, and says so', async () => {
    await day().until('2027-03-01 09:00')
    await answer(day(), 'tom', { deals: 'Vega is stuck', need: 'A case study' })
    await day().until('2027-03-08 09:00')
    const form = await openForm(day(), 'tom')
    expect(form).toContain('Vega is stuck')
    expect(form).not.toContain('A case study')
    expect(form).toContain("Last time's answer is filled in")
  })

  it('asks for at least one answer, and keeps the form open', async () => {
    await day().until('2027-03-01 09:00')
    const { errors } = await answer(day(), 'anna', { coming: '  ' })
    expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('Fill in at least one answer.')])
    expect(day().read(lastOf(day()))).toContain('0 of 5 answered')
  })

  it('does not point to Skip where there is nothing to skip any more', async () => {
    await day().until('2027-03-01 09:00')
    await answer(day(), 'anna', { coming: 'Webinar' })
    const emptied = await answer(day(), 'anna', { coming: '  ' })
    await day().person('anna').close()
    await day().until('2027-03-01 17:01')
    const late = await answer(day(), 'uma', { deals: '  ' })
    for (const { errors } of [emptied, late]) {
      expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('or close this window')])
    }
  })

  it('asks nobody who is away, and says who is', async () => {
    await day().until('2027-03-01 08:00')
    const now = day().clock.now()
    await day()
      .db.transaction()
      .execute((trx) => setAway(trx, personOf('bram'), '2027-03-05', now))
    await day().until('2027-03-01 09:00')
    expect(day().read(lastOf(day()))).toContain('0 of 4 answered · Away: Bram')
    expect(await waitingFor(day(), 'bram')).toEqual([])
  })

  it('says who is away by their own calendar, on which it may still be the day before', async () => {
    const bram = { ...personOf('bram'), zone: 'Pacific/Honolulu' }
    await day().db.updateTable('person').set({ zone: bram.zone }).where('id', '=', bram.id).execute()
    const now = day().clock.now()
    await day()
      .db.transaction()
      .execute((trx) => setAway(trx, bram, '2027-02-28', now))
    await day().until('2027-03-01 09:00')
    expect(day().read(lastOf(day()))).toContain('0 of 4 answered · Away: Bram')
  })

  it('stops waiting for somebody who goes away while it is open, and waits again when they are back', async () => {
    await day().until('2027-03-01 09:00')
    const bram = day().slack.person('UBRAM')
    await bram.command('/rondo away until 5 march')
    await day().until('2027-03-01 09:01')
    expect(day().read(lastOf(day()))).toContain('0 of 4 answered · Away: Bram')
    await bram.command('/rondo back')
    await day().until('2027-03-01 09:02')
    expect(day().read(lastOf(day()))).toContain('0 of 5 answered')
    for (const name of ['anna', 'sofie', 'tom', 'uma'] as const) await answer(day(), name, oneAnswer(name, 'All well'))
    await bram.command('/rondo away')
    await bram.nextModal('workspaces:away')
    await bram.submit()
    await day().until('2027-03-01 09:03')
    expect(day().read(lastOf(day()))).toContain('Closed: 4 of 4 answered')
  })

  it.each(['message', 'Home', '/rondo'] as const)(
    'asks nothing more of somebody who goes away from %s, anywhere, until they are back',
    async (place) => {
      await day().until('2027-03-01 09:01')
      const bram = day().person('bram')
      await bram.command('/rondo')
      bram.openHome()
      await day().settle()
      const shown = {
        message: () => bram.directMessages().at(-1),
        Home: () => bram.home,
        '/rondo': () => bram.ephemerals().find((one) => day().read(one).includes('What is next')),
      }
      const asking = () => Object.values(shown).map((one) => day().read(one()).includes('is waiting for your answers'))
      expect(asking()).toEqual([true, true, true])
      const from = place === 'Home' ? 'home' : shown[place]()
      if (from) await bram.click(from, 'workspaces:away', { value: 'choose' })
      await bram.nextModal('workspaces:away')
      await bram.submit({ until: '2027-03-05' })
      await day().until('2027-03-01 09:03')
      if (place !== '/rondo') {
        await bram.command('/rondo')
        await day().settle()
        expect(day().toldTo('bram')).toContain('Nothing is waiting for you.')
      }
      expect(asking().slice(0, 2)).toEqual([false, false])
      expect(asking()[2]).toBe(place !== '/rondo')
      expect(day().read(bram.directMessages().at(-1))).not.toContain('[Answer]')
      expect(await waitingFor(day(), 'bram')).toEqual([])
      await bram.command('/rondo back')
      await day().until('2027-03-01 09:05')
      expect(asking().slice(0, 2)).toEqual([true, true])
      await answer(day(), 'bram', { need: 'A quote' })
    },
  )

  it('announces no date of today to somebody who is away', async () => {
    await day().until('2027-03-01 08:00')
    expect(await waitingFor(day(), 'bram')).toEqual(['*Pipeline review* (Acme) opens'])
    await day()
      .db.transaction()
      .execute((trx) => setAway(trx, personOf('bram'), '2027-03-01', day().clock.now()))
    expect(await waitingFor(day(), 'bram')).toEqual([])
  })

  it('does not wait for somebody whose account was deactivated', async () => {
    await day().until('2027-03-01 09:00')
    for (const name of ['anna', 'sofie', 'tom', 'uma'] as const) await answer(day(), name, oneAnswer(name, 'All well'))
    day().slack.person('UBRAM').deactivate()
    await day().slack.settled()
    await day().until('2027-03-01 09:01')
    expect(day().read(lastOf(day()))).toContain('Closed: 4 of 4 answered')
  })

  it('lets somebody who is back early answer after all', async () => {
    await day().until('2027-03-01 08:00')
    const now = day().clock.now()
    await day()
      .db.transaction()
      .execute((trx) => setAway(trx, personOf('bram'), '2027-03-01', now))
    await day().until('2027-03-01 09:00')
    await answer(day(), 'bram', { need: 'A quote' })
    expect(day().read(lastOf(day()))).toContain('1 of 5 answered')
  })

  it('does not wait for somebody who left the teams', async () => {
    await day().until('2027-03-01 09:00')
    await day()
      .db.updateTable('membership')
      .set({ removed_at: day().clock.now() })
      .where('person_id', '=', 'bram')
      .execute()
    for (const name of ['anna', 'sofie', 'tom', 'uma'] as const) await answer(day(), name, oneAnswer(name, 'All well'))
    await day().until('2027-03-01 09:01')
    expect(day().read(lastOf(day()))).toContain('Closed: 4 of 4 answered')
    expect(await waitingFor(day(), 'bram')).toEqual([])
  })

  it('refuses somebody of neither team and names who can add them', async () => {
    await day().until('2027-03-01 09:00')
    await day().slack.person('UVICTOR').click(lastOf(day()), 'checkins:answer')
    await day().settle()
    const told = day().slack.person('UVICTOR').ephemerals().at(-1)
    expect(day().read(told)).toContain('Acme')
    expect(day().read(told)).toContain('Anna')
    expect(day().slack.person('UVICTOR').modal).toBeUndefined()
  })

  it('lets nothing that was typed mention or notify anybody', async () => {
    await day().until('2027-03-01 09:00')
    await answer(day(), 'anna', { coming: '<!channel> and <@UTOM> see <https://evil.example|bank>' })
    await day().until('2027-03-01 17:00')
    const [summary] = day().replies(lastOf(day()))
    expect(JSON.stringify(summary?.blocks)).not.toMatch(/<[!@h]/)
  })
})

describe('a check-in whose date was skipped after somebody opened its form', () => {
  const day = useTeamDay('sqlite')

  it('takes no answers, and says so in the form', async () => {
    await day().until('2027-03-01 09:00')
    await openForm(day(), 'anna')
    await day()
      .db.updateTable('delivery')
      .set({ state: 'skipped', reason: 'paused' })
      .where('kind', '=', 'post')
      .execute()
    const { errors } = await day().person('anna').submit({ coming: 'Webinar' })
    expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('This date was skipped.')])
    expect(await day().db.selectFrom('check_in_response').selectAll().execute()).toEqual([])
  })
})

describe('a check-in that is late', () => {
  const day = useTeamDay('sqlite')

  it('says so, blames nobody and leaves the full time when Rondo was down', async () => {
    await day().until('2027-03-01 08:00')
    day().clock.travelTo(at('2027-03-01 11:00'))
    await day().until('2027-03-01 11:01')
    const text = day().read(lastOf(day()))
    expect(text).toContain('I could not open this check-in on Monday, 1 March 2027 9:00, so it opens now.')
    expect(text).toContain('Answer until Tuesday, 2 March 2027 11:00.')
    await day().until('2027-03-02 10:59')
    expect(day().read(lastOf(day()))).not.toContain('Closed')
    await day().until('2027-03-02 11:02')
    expect(day().read(lastOf(day()))).toContain('Closed')
    expect(day().read(lastOf(day()))).toContain('I could not open this check-in')
  })

  it('does not say so up to a quarter of an hour', async () => {
    await day().until('2027-03-01 08:00')
    day().clock.travelTo(at('2027-03-01 09:14'))
    await day().until('2027-03-01 09:14')
    expect(day().read(lastOf(day()))).not.toContain('could not open')
    expect(day().read(lastOf(day()))).toContain('Answer until Monday, 1 March 2027 17:00.')
  })

  it('counts the time from when people could see it when Slack was down', async () => {
    await day().until('2027-03-01 08:00')
    const lift = day().slack.fault({ kind: 'retryAfter', seconds: 3 * 3600, method: 'chat.postMessage' })
    await day().until('2027-03-01 10:00')
    lift()
    await day().until('2027-03-01 13:00')
    expect(day().read(lastOf(day()))).toContain('Answer until Tuesday, 2 March 2027 12:00.')
    await day().until('2027-03-02 11:59')
    expect(day().read(lastOf(day()))).not.toContain('Closed')
    await day().until('2027-03-02 12:01')
    expect(day().read(lastOf(day()))).toContain('Closed')
  })

  it('is left out where the full time would reach the next one, and the team leads can run it', async () => {
    await day().until('2027-02-28 13:00')
    day().clock.travelTo(at('2027-03-05 16:00'))
    await day().until('2027-03-05 16:01')
    expect(day().roots()).toEqual([])
    expect(await waitingFor(day(), 'anna')).toEqual(['*Pipeline review* (Acme) was not held'])
    expect(await waitingFor(day(), 'sofie')).toEqual(['*Pipeline review* (Acme) was not held'])
    expect(await waitingFor(day(), 'tom')).toEqual([])
    await day().until('2027-03-08 09:01')
    expect(day().roots()).toHaveLength(1)
    expect(await waitingFor(day(), 'anna')).toEqual(['*Pipeline review* (Acme) is waiting for your answers'])
  })

  it('can then be held by a team lead until the next one opens', async () => {
    await day().until('2027-02-28 13:00')
    day().clock.travelTo(at('2027-03-05 11:00'))
    await day().until('2027-03-05 11:01')
    await press(day(), 'anna', '/rondo', 'checkins:run')
    expect(day().toldTo('anna')).toContain('It opens now in #shared.')
    await day().until('2027-03-05 11:02')
    expect(day().read(lastOf(day()))).toContain('Answer until Monday, 8 March 2027 9:00.')
    expect(await waitingFor(day(), 'anna')).toEqual(['*Pipeline review (extra)* (Acme) is waiting for your answers'])
    await day().until('2027-03-08 09:01')
    expect(
      day()
        .roots()
        .map((root) => day().read(root).includes('Closed')),
    ).toEqual([true, false])
  })

  it('offers no button where the next one opens too soon', async () => {
    await day().until('2027-02-28 13:00')
    day().clock.travelTo(at('2027-03-05 16:30'))
    await day().until('2027-03-05 16:31')
    await day().person('anna').command('/rondo')
    await day().settle()
    expect(day().toldTo('anna')).toContain('The next one opens so soon that it makes no sense to hold it now.')
    expect(day().toldTo('anna')).not.toContain('Run now')
  })
})

describe('what waits for somebody', () => {
  const day = useTeamDay('sqlite')

  it('is today’s check-in before it opens, then the answer, and nothing once it is given', async () => {
    await day().until('2027-03-01 08:00')
    expect(await waitingFor(day(), 'anna')).toEqual(['*Pipeline review* (Acme) opens'])
    await day().until('2027-03-01 09:00')
    expect(await waitingFor(day(), 'anna')).toEqual(['*Pipeline review* (Acme) is waiting for your answers'])
    await answer(day(), 'anna', { coming: 'Webinar' })
    expect(await waitingFor(day(), 'anna')).toEqual([])
  })

  it('goes when they skip, which counts as not answered', async () => {
    await day().until('2027-03-01 09:00')
    for (const name of people.filter((one) => one !== 'uma')) await answer(day(), name, oneAnswer(name, 'Fine'))
    await skip(day(), 'uma')
    await day().until('2027-03-01 09:01')
    expect(await waitingFor(day(), 'uma')).toEqual([])
    expect(day().read(lastOf(day()))).toContain('Closed: 4 of 5 answered')
  })

  it('goes when the check-in closes', async () => {
    await day().until('2027-03-01 17:01')
    expect(await waitingFor(day(), 'anna')).toEqual([])
  })
})

describe('/rondo checkin', () => {
  const day = useTeamDay('sqlite')

  it('shows the next dates, and what is open with a way to answer', async () => {
    await day().until('2027-02-28 13:00')
    await day().person('tom').command('/rondo checkin')
    await day().settle()
    expect(day().toldTo('tom')).toContain('Next: Monday, 1 March 2027 9:00 and Monday, 8 March 2027 9:00')
    expect(day().toldTo('tom')).not.toContain('Run now')
    await day().until('2027-03-01 09:00')
    await day().person('tom').command('/rondo check-in')
    await day().settle()
    expect(day().toldTo('tom')).toContain('Open until Monday, 1 March 2027 17:00; 0 of 5 answered.')
    expect(day().toldTo('tom')).toContain('[Answer]')
  })

  it('runs one as soon as it is possible, also right after it was not', async () => {
    await day().until('2027-03-02 10:00')
    const { db, clock } = day()
    const setAll = (until: string) =>
      db.transaction().execute(async (trx) => {
        for (const name of people) await setAway(trx, personOf(name), until, clock.now())
      })
    await setAll('2027-03-05')
    await runNow(day(), 'sofie')
    expect(day().toldTo('sofie')).toContain('Everyone is away at the moment')
    await db.deleteFrom('absence').where('person_id', '=', 'sofie').execute()
    await runNow(day(), 'sofie')
    expect(day().toldTo('sofie')).toContain('It opens now in #shared.')
    expect(day().roots()).toHaveLength(2)
  })

  it('asks once more before one is run, with where it opens and whom it asks', async () => {
    await day().until('2027-03-02 10:00')
    await day().person('sofie').command('/rondo checkin')
    await day().settle()
    const list = day().person('sofie').ephemerals().at(-1)
    if (!list) throw new Error('Nothing was shown.')
    const before = day().roots().length
    const { dialog } = await day().person('sofie').click(list, 'checkins:run', { confirm: false })
    expect(dialog).toMatchObject({
      title: { text: 'Run Pipeline review now?' },
      text: { text: expect.stringMatching(/in the shared channel of Acme and asks everyone in the two teams/) },
    })
    await day().until('2027-03-02 10:02')
    expect(day().roots()).toHaveLength(before)
  })

  it('lets a team lead run one now, unless one is open or the next is near', async () => {
    await day().until('2027-03-02 10:00')
    await day().person('sofie').command('/rondo checkin')
    await day().settle()
    const before = day().person('sofie').ephemerals().at(-1)
    await runNow(day(), 'sofie')
    expect(day().toldTo('sofie')).toContain('It opens now in #shared.')
    expect(day().roots()).toHaveLength(2)
    expect(day().read(lastOf(day()))).toContain('Answer until Wednesday, 3 March 2027 10:00.')
    expect(day().read(lastOf(day()))).toContain('# Pipeline review (extra): Tuesday 2 March')
    if (before) await day().person('sofie').click(before, 'checkins:run')
    await day().settle()
    expect(day().toldTo('sofie')).toContain('This check-in is open already, until Wednesday, 3 March 2027 10:00.')
    await day().until('2027-03-05 16:00')
    await day().until('2027-03-07 12:00')
    await runNow(day(), 'anna')
    expect(day().toldTo('anna')).toContain('The next one opens so soon that nobody would have time to answer.')
    expect(day().roots()).toHaveLength(2)
    expect(await waitingFor(day(), 'anna')).toEqual([])
  })
})

async function waitingFor(day: TeamDay, name: Name): Promise<string[]> {
  const all = day.features.map((feature) => feature.nudges?.(day.db, personOf(name), day.clock.now()) ?? [])
  return (await Promise.all(all)).flat().map(({ title }) => title)
}

/** *Skip this time*, from one's own list. */
async function skip(day: TeamDay, name: Name): Promise<void> {
  await press(day, name, '/rondo', 'checkins:skip')
}

async function runNow(day: TeamDay, name: Name): Promise<void> {
  await press(day, name, '/rondo checkin', 'checkins:run')
}

async function press(day: TeamDay, name: Name, command: string, button: string): Promise<void> {
  await day.person(name).command(command)
  await day.settle()
  const shown = day.person(name).ephemerals().at(-1)
  if (!shown) throw new Error('Nothing was shown.')
  await day.person(name).click(shown, button)
  await day.settle()
}
