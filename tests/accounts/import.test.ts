import { beforeEach, describe, expect, it } from 'vitest'
import { exported } from '../../src/accounts/export.ts'
import { accountNudges } from '../../src/accounts/lines.ts'
import { allAccounts, archive } from '../../src/accounts/store.ts'
import { type Language, languages } from '../../src/platform/i18n.ts'
import { toCsv } from '../../src/trends/export/csv.ts'
import { ids, type Name, personOf } from '../actions/two-teams.ts'
import { type TeamDay, useTeamDay } from '../checkins/team-day.ts'
import { engines } from '../support/databases.ts'
import { saveAccount, turnOn } from './accounts.ts'
import { presses, shows, windowOf } from './window.ts'

/** *Import* in the list. */
async function press(day: TeamDay, name: Name): Promise<string> {
  await shows(day, name)
  return presses(day, name, 'import')
}

/** Opens the form and gives what is given. @returns what the window says then */
async function give(day: TeamDay, name: Name, given: { file?: string | Uint8Array; text?: string }): Promise<string> {
  await press(day, name)
  const content = given.file === undefined ? undefined : Buffer.from(given.file).toString('base64')
  const file = content === undefined ? {} : { file: [{ name: 'accounts.csv', content }] }
  await day.person(name).submit({ ...file, ...(given.text !== undefined && { text: given.text }) })
  await day.settle()
  return windowOf(day, name)
}

/** Presses *Import n accounts*. */
async function save(day: TeamDay, name: Name): Promise<string> {
  await day.person(name).submit()
  await day.settle()
  return windowOf(day, name)
}

async function kept(day: TeamDay) {
  const all = await allAccounts(day.db, ids.partnership)
  return all.map(({ name, tier, crmUrl, owners, revision }) => {
    return [name, tier, owners.marketing?.id, owners.sales?.id, crmUrl, revision]
  })
}

const csv = [
  'Naam;Niveau;Eigenaar marketing;Eigenaar sales;CRM-link',
  'Vega;A;@Anna;Tom;https://crm.example.com/vega',
  'Café "Orion";;;UUMA;',
  'Lyra;D;Tom;;',
].join('\r\n')
const windows1252 = new Uint8Array(Buffer.from(csv, 'latin1'))

describe.each(engines)('an import on %s', (engine) => {
  const day = useTeamDay(engine, 'en')
  beforeEach(() => turnOn(day().db))

  it('shows what a file would change, changes it, and changes nothing the second time', async () => {
    await saveAccount(day().db, { name: 'VEGA', tier: 'C', ownerIds: { marketing: 'bram' } })
    const preview = await give(day(), 'anna', { file: windows1252 })
    expect(preview).toContain('New: 1')
    expect(preview).toContain('• Café "Orion" (tier B) · Marketing: without owner · Sales: Uma')
    expect(preview).toContain('Changed: 1')
    expect(preview).toContain(
      '• VEGA · Tier: C → A · Marketing: Bram → Anna · Sales: without owner → Tom · CRM link: crm.example.com/vega',
    )
    expect(preview).toContain('Left out: 1')
    expect(preview).toContain('• Line 4 (Lyra): “D” is no tier. Use A, B or C. “Tom” is not in marketing.')
    expect(preview).toContain('[Import 2 accounts]')
    expect(await kept(day())).toEqual([['VEGA', 'C', 'bram', undefined, undefined, 1]])

    const result = await save(day(), 'anna')
    expect(result).toContain('Imported: 1 new, 1 changed.')
    expect(result).toContain('Line 4 (Lyra)')
    const after = [
      ['VEGA', 'A', 'anna', 'tom', 'https://crm.example.com/vega', 2],
      ['Café "Orion"', 'B', undefined, 'uma', undefined, 1],
    ]
    expect(await kept(day())).toEqual(after)

    await day().person('anna').close()
    const again = await give(day(), 'anna', { file: windows1252 })
    expect(again).toContain('There is nothing to import')
    expect(again).toContain('The same: 2')
    expect(again).not.toContain('[Import')
    expect(await kept(day())).toEqual(after)
    expect(day().trouble).toEqual([])
  })

  it('imports pasted lines once, whichever window is pressed and however often', async () => {
    const text = 'name,tier\nVega,A\nOrion,B'
    expect(await give(day(), 'anna', { text })).toContain('[Import 2 accounts]')
    const anna = day().person('anna')
    const submissions = await Promise.all([anna.submit(), anna.submit(), anna.submit()])
    await day().settle()
    expect(submissions.filter(({ trouble }) => trouble)).toEqual([])
    expect((await kept(day())).map(([name, , , , , revision]) => [name, revision])).toEqual([
      ['Vega', 1],
      ['Orion', 1],
    ])
    expect(await day().db.selectFrom('account_import').selectAll().execute()).toEqual([])
    expect(day().trouble).toEqual([])
  })

  it('adds an account once where two team leads import it at the same moment', async () => {
    const text = `name,tier,sales\n${Array.from({ length: 120 }, (_, n) => `Account ${n},A,Tom`).join('\n')}`
    for (const name of ['anna', 'sofie'] as const) await give(day(), name, { text })
    await Promise.all([day().person('anna').submit(), day().person('sofie').submit()])
    await day().settle()
    const said = [windowOf(day(), 'anna'), windowOf(day(), 'sofie')]
    expect(said.filter((text) => text.includes('Imported: 120 new, 0 changed'))).toHaveLength(1)
    expect(said.filter((text) => text.includes('nothing left to import'))).toHaveLength(1)
    const all = await kept(day())
    expect(all).toHaveLength(120)
    expect(new Set(all.map(([, tier, , sales, , revision]) => [tier, sales, revision].join()))).toEqual(
      new Set(['A,tom,1']),
    )
    expect(day().trouble).toEqual([])
  })
})

describe('an import', () => {
  const day = useTeamDay('sqlite', 'en')
  beforeEach(() => turnOn(day().db))

  it('works the difference out again when it is saved', async () => {
    await give(day(), 'anna', { text: 'name;tier;sales\nVega;A;\nOrion;B;\nLyra;C;Tom' })
    const vega = await saveAccount(day().db, { name: 'Vega', tier: 'B' })
    const orion = await saveAccount(day().db, { name: 'Orion', tier: 'C' })
    await day()
      .db.transaction()
      .execute((trx) => archive(trx, { id: orion, workspaceId: ids.workspace }, 'sofie', day().clock.now()))
    await day().db.updateTable('membership').set({ removed_at: 1 }).where('person_id', '=', 'tom').execute()
    const result = await save(day(), 'anna')
    expect(result).toContain('Imported: 0 new, 1 changed.')
    expect(result).toContain('Line 3 (Orion): This account is archived.')
    expect(result).toContain('Line 4 (Lyra): Nobody in sales is called “Tom”.')
    expect((await kept(day())).map(([name, tier]) => [name, tier])).toEqual([
      ['Vega', 'A'],
      ['Orion', 'C'],
    ])
    expect(vega).toBeTruthy()
  })

  it('does nothing in a window that a later file has overtaken', async () => {
    await give(day(), 'anna', { text: 'name\nVega' })
    const before = await day().db.selectFrom('account_import').select('id').executeTakeFirstOrThrow()
    await day().db.updateTable('account_import').set({ id: 'later' }).where('id', '=', before.id).execute()
    expect(await save(day(), 'anna')).toContain('Nothing was imported now')
    expect(await kept(day())).toEqual([])
  })

  it('offers what was left out to be put right in the window, until nothing is', async () => {
    const preview = await give(day(), 'anna', { text: 'name;tier;sales\nVega;A;\nOrion;D;Tom\nLyra;A;Tim' })
    expect(preview).toContain('Left out: 2\nImport the others first; then you can put these right here.')
    const result = await save(day(), 'anna')
    expect(result).toContain('Left out: 2\nPut these right below.')
    expect(JSON.stringify(day().person('anna').modal)).toContain(
      String.raw`"initial_value":"name;tier;sales owner\nOrion;D;Tom\nLyra;A;Tim"`,
    )
    const mends = async (text: string) => {
      const answer = await day().person('anna').submit({ mended: text })
      await day().settle()
      return `${JSON.stringify(answer)}${windowOf(day(), 'anna')}`
    }
    expect(await mends('Orion;A')).toContain('No column with names was found.')
    const again = await mends('name;tier;sales owner\nOrion;E;Tom')
    expect(again).toContain('There is nothing to import')
    expect(again).toContain('Line 2 (Orion): “E” is no tier.')
    expect(again).toContain('Put these right below.')
    expect(await mends('name;tier;sales owner\nOrion;B;Tom\nLyra;A;Uma')).toContain('[Import 2 accounts]')
    expect(await save(day(), 'anna')).toContain('Imported: 2 new, 0 changed.')
    expect((await kept(day())).map(([name, tier, , sales]) => [name, tier, sales])).toEqual([
      ['Lyra', 'A', 'uma'],
      ['Vega', 'A', undefined],
      ['Orion', 'B', 'tom'],
    ])
    expect(day().person('anna').modals).toHaveLength(1)
    expect(day().trouble).toEqual([])
  })

  it('offers only what was left out of pasted lines, where the others are there already', async () => {
    await saveAccount(day().db, { name: 'Vega', tier: 'A' })
    expect(await give(day(), 'anna', { text: 'name;tier\nVega;A\nOrion;D' })).toContain('Line 3 (Orion)')
    const again = await save(day(), 'anna')
    expect(again).toContain('Line 2 (Orion)')
    expect(again).not.toContain('The same')
  })

  it('offers nothing to be put right where nothing was left out', async () => {
    await give(day(), 'anna', { text: 'name\nVega' })
    await save(day(), 'anna')
    await expect(day().person('anna').submit()).rejects.toThrow('no button to submit')
  })

  it('leads from what it found to another file', async () => {
    await give(day(), 'anna', { text: 'name;tier\nVega;D' })
    await day().person('anna').click('modal', 'accounts:import')
    await day().settle()
    expect(windowOf(day(), 'anna')).toContain('Give a CSV file')
    await day().person('anna').submit({ text: 'name;tier\nVega;A' })
    await day().settle()
    expect(await save(day(), 'anna')).toContain('Imported: 1 new')
    expect(day().person('anna').modals).toHaveLength(1)
  })

  it('leads back to the list', async () => {
    await give(day(), 'anna', { text: 'name\nVega' })
    await save(day(), 'anna')
    expect(await presses(day(), 'anna', 'list')).toContain('Vega')
    expect(day().person('anna').modals).toHaveLength(1)
  })

  it('changes nothing with what was exported, even where a name looks like a formula', async () => {
    const ownerIds = { marketing: 'anna', sales: 'tom' }
    await saveAccount(day().db, { name: 'Vega', tier: 'A', crmUrl: 'https://crm.example.com/', ownerIds })
    await saveAccount(day().db, { name: '=1+1; "quoted"' })
    for (const language of languages) {
      const tables = await exported(day().db, personOf('anna', language))
      const table = tables.find(({ name }) => name === 'accounts')
      const preview = await give(day(), 'anna', { file: table ? toCsv(table, language) : '' })
      expect(preview).toContain('There is nothing to import')
      expect(preview).toContain('The same: 2')
      expect(preview).not.toContain('Left out')
    }
  })

  it('tells team leads of accounts without owner that it brought', async () => {
    await give(day(), 'anna', { text: 'name;marketing\nVega;Anna' })
    await save(day(), 'anna')
    const lines = async (name: Name) => (await accountNudges(day().db, personOf(name), day().clock.now())).length
    expect([await lines('anna'), await lines('sofie')]).toEqual([0, 1])
  })

  it('never lets a cell mention or link', async () => {
    const preview = await give(day(), 'anna', { text: 'name;tier\n<!channel> & <https://evil.example|x>;A\n<@UTOM>;D' })
    expect(preview).toContain('<!channel> & <https://evil.example|x> (tier A)')
    const blocks = JSON.stringify(day().person('anna').modal?.blocks)
    expect(blocks).not.toMatch(/<[!@h]/)
  })

  it('says which columns it does not use', async () => {
    expect(await give(day(), 'anna', { text: 'name;Revenue;Zip\nVega;1;2' })).toContain(
      'Columns that are not used: Revenue and Zip.',
    )
  })

  it.each([
    [{}, { file: 'Choose a file, or paste the lines below.' }],
    [{ text: '  ' }, { file: 'Choose a file, or paste the lines below.' }],
    [
      { text: 'name\nVega', file: [{ name: 'a.csv', text: 'name\nVega' }] },
      { text: 'You chose a file as well. Empty this field, or take the file away.' },
    ],
    [
      { text: 'Vega;A' },
      { text: 'No column with names was found. The first line must name the columns; call that one Name.' },
    ],
  ])('asks for one thing to read: %j', async (values, errors) => {
    await press(day(), 'anna')
    expect(await day().person('anna').submit(values)).toMatchObject({ errors })
    expect(await day().db.selectFrom('account_import').selectAll().execute()).toEqual([])
  })

  it.each([
    ['is larger than 1 MB', 'x'.repeat(1_000_001), 'larger than 1 MB'],
    ['is a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'That is not a CSV file.'],
    ['is empty', ' ', 'There is no account in it'],
    ['holds too many', `name\n${Array.from({ length: 501 }, (_, n) => n).join('\n')}`, 'There are 501 accounts in it'],
  ])('gives the form back where a file %s', async (_, file, said) => {
    const shown = await give(day(), 'anna', { file })
    expect(shown).toContain(said)
    expect(shown).toContain('Give a CSV file')
    await day().person('anna').submit({ text: 'name\nVega', file: [] })
    await day().settle()
    expect(windowOf(day(), 'anna')).toContain('[Import 1 account]')
    expect(day().trouble).toEqual([])
  })

  it.each([
    ['does not give it', { kind: 'status', status: 503, method: 'download' }, 'Slack did not hand over that file.', 0],
    ['knows nothing of it', { kind: 'error', error: 'file_not_found', method: 'files.info' }, 'could not be found', 0],
    ['says nothing of it', { kind: 'error', error: 'internal_error', method: 'files.info' }, 'did not hand over', 1],
  ] as const)('gives the form back where Slack %s', async (_, fault, said, warnings) => {
    day().slack.fault({ ...fault, times: 1 })
    const shown = await give(day(), 'anna', { file: 'name\nVega' })
    expect(shown).toContain(said)
    expect(shown).toContain('Give a CSV file')
    expect(day().trouble).toHaveLength(warnings)
  })

  it('minds nothing where the window is closed while a file is read', async () => {
    day().slack.fault({ kind: 'delay', ms: 100, method: 'files.info', times: 1 })
    await press(day(), 'anna')
    await day()
      .person('anna')
      .submit({ file: [{ name: 'a.csv', text: 'name\nVega' }] })
    expect(windowOf(day(), 'anna')).toContain('Reading your file')
    await day().person('anna').close()
    await day().settle()
    expect(day().person('anna').modal).toBeUndefined()
    expect(day().trouble).toEqual([])
  })

  it('is for team leads, at each step', async () => {
    await shows(day(), 'tom')
    await expect(presses(day(), 'tom', 'import')).rejects.toThrow()
    await give(day(), 'anna', { text: 'name\nVega' })
    await day().db.deleteFrom('partnership_role').where('person_id', '=', 'anna').execute()
    expect(await save(day(), 'anna')).toContain('Sofie')
    expect(await kept(day())).toEqual([])
  })

  it('is gone where key accounts were turned off meanwhile', async () => {
    await give(day(), 'anna', { text: 'name\nVega' })
    await day().db.deleteFrom('partnership_part').execute()
    await save(day(), 'anna')
    expect(await kept(day())).toEqual([])
  })
})

describe('an import in Dutch', () => {
  const day = useTeamDay('sqlite', 'nl' satisfies Language)
  beforeEach(() => turnOn(day().db))

  it('speaks Dutch from beginning to end', async () => {
    const preview = await give(day(), 'anna', { text: csv })
    expect(preview).toContain('Nieuw: 2')
    expect(preview).toContain('• Regel 4 (Lyra): “D” is geen niveau. Gebruik A, B of C. “Tom” zit niet in marketing.')
    expect(await save(day(), 'anna')).toContain('Geïmporteerd: 2 nieuw, 0 gewijzigd.')
  })
})
