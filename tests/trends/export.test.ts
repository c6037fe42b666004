import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { insertAction } from '../../src/actions/change-store.ts'
import { languages } from '../../src/platform/i18n.ts'
import { sent } from '../../src/trends/export/messages.ts'
import { ids, personOf } from '../actions/two-teams.ts'
import { type TeamDay, useTeamDay } from '../checkins/team-day.ts'
import { sampled } from '../support/databases.ts'

const formula = '=HYPERLINK("https://example.com")'

async function promise(day: TeamDay, text: string) {
  await day.db.transaction().execute(async (trx) => {
    const where = { workspaceId: ids.workspace, partnershipId: ids.partnership, occurrenceId: undefined }
    await insertAction(trx, { ...where, text, ownerId: 'tom', dueDate: '2027-03-05', by: 'anna' }, day.clock.now())
  })
}

/** The files of the latest direct message, by name. */
function filesOf(day: TeamDay): Map<string, string[][]> {
  const files = day.person('tom').directMessages().at(-1)?.files ?? []
  return new Map(
    files.map(({ id, name }) => {
      const bytes = day.slack.workspace.files.get(String(id))?.bytes
      return [String(name), parse(Buffer.from(bytes ?? ''), { bom: true })]
    }),
  )
}

const audited = ({ db }: TeamDay) => db.selectFrom('audit').select(['person_id', 'what', 'about']).execute()

describe.each(sampled('trends/export'))('/rondo export on %s', (engine) => {
  const day = useTeamDay(engine)

  it('hands over what one may see as files in a direct message, without formulas, and notes it', async () => {
    await promise(day(), formula)
    await day().person('tom').command('/rondo export')
    await day().settle()
    const [name, rows] = [...filesOf(day())].find(([file]) => file.startsWith('rondo-actions-')) ?? ['', []]
    expect(name).toBe('rondo-actions-2027-02-28.csv')
    expect(rows.flat()).toContain(`'${formula}`)
    expect(rows.flat()).not.toContain(formula)
    expect(day().toldTo('tom')).toContain('in our direct message')
    const [noted] = await audited(day())
    expect(noted).toMatchObject({ person_id: 'tom', what: 'trends:export' })
    expect(JSON.parse(noted?.about ?? '')).toMatchObject({ actions: 1 })
    expect(day().trouble).toEqual([])
  })

  it.each(languages)(
    'gives its files names without spaces, and says in plain words that it is noted, in %s',
    async (language) => {
      const tables = day().features.map(
        (one) => one.export?.(day().db, personOf('tom', language), day().clock.now()) ?? [],
      )
      const names = (await Promise.all(tables)).flat().map(({ name }) => name)
      expect(names.length).toBeGreaterThan(5)
      expect(names.filter((name) => !/^\p{Ll}+(-\p{Ll}+)*$/u.test(name))).toEqual([])
      const end = { en: 'noted for whoever runs Rondo.', nl: 'genoteerd voor wie Rondo beheert.' }
      for (const count of [1, 2]) expect(sent(language, count)).toContain(end[language])
    },
  )

  it('never says when somebody did something', async () => {
    await day().until('2027-03-01 09:00')
    const [asked] = day().person('tom').directMessages()
    if (asked) await day().person('tom').click(asked, 'checkins:answer')
    await day().person('tom').nextModal('checkins:answer')
    await day().person('tom').submit({ deals: 'Vega moved' })
    await day().until('2027-03-01 17:01')
    await day().person('tom').command('/rondo export')
    await day().settle()
    const cells = [...filesOf(day()).values()].flat(2)
    expect(cells).toContain('Vega moved')
    expect(cells.filter((cell) => /\d{1,2}:\d{2}|\d{12,}/.test(cell))).toEqual([])
  })

  it('holds nothing of a partnership that one is not in', async () => {
    await promise(day(), 'Send the price list')
    await day().db.deleteFrom('membership').where('person_id', '=', 'tom').execute()
    await day().person('tom').command('/rondo export')
    await day().settle()
    expect(JSON.stringify([...filesOf(day())])).not.toContain('Send the price list')
  })

  it('says so where Slack would not take the files, and notes that it was asked for', async () => {
    await promise(day(), 'Send the price list')
    day().slack.fault({ kind: 'error', error: 'file_uploads_disabled', method: 'files.getUploadURLExternal' })
    await day().person('tom').command('/rondo export')
    await day().settle()
    expect(day().toldTo('tom')).toContain('Ask them to allow CSV files')
    expect(await audited(day())).toHaveLength(1)
  })
})
