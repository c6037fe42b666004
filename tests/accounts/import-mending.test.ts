import { describe, expect, it } from 'vitest'
import { mendingOf } from '../../src/accounts/import/mending.ts'
import { readTable } from '../../src/accounts/import/table.ts'
import { languages } from '../../src/platform/i18n.ts'

const read = (text: string) => {
  const table = readTable(text)
  if (!table.ok) throw new Error(`It could not be read: ${table.trouble.what}`)
  return table.rows
}
/** The rows of a file, all of which but the first are wrong. */
function mending(text: string, language: 'en' | 'nl' = 'en') {
  const rows = read(text)
  const wrong = rows.slice(1).map(({ line }) => ({ line, name: '', problems: [] }))
  return mendingOf(rows, wrong, language)
}

describe('rows that are put right', () => {
  it.each([
    ['en', 'name;tier;sales owner\nOrion;D;\nLyra;;Tim'],
    ['nl', 'naam;niveau;eigenaar sales\nOrion;D;\nLyra;;Tim'],
  ] as const)('stand below the names of their columns, without those that were sound, in %s', (language, text) => {
    expect(mending('Tier,Name,Zip,Sales\nA,Vega,1,\nD,Orion,2,\n,Lyra,3,Tim', language)).toEqual({ text, count: 2 })
  })

  it.each(languages)(
    'are read again as they were: quotes, separators, line ends and what was too much, in %s',
    (language) => {
      const text = 'name,tier,crm\nVega,A,\n"Nord; ""Sons""","D\nE",=1+1\nA,B,,C,,D\n@x,"a,b",'
      const before = read(text).slice(1)
      const again = read(mending(text, language)?.text ?? '')
      expect(again.map(({ cells, beyond }) => [cells, beyond])).toEqual(
        before.map(({ cells, beyond }) => [cells, beyond]),
      )
    },
  )

  it('are as many as fit into a field, from the first on', () => {
    const line = (n: number) => `${n}${'x'.repeat(97)}`.slice(0, 97)
    const all = Array.from({ length: 60 }, (_, n) => line(n + 10))
    const found = mending(['name', ...all].join('\n'))
    expect(found?.count).toBe(30)
    expect(found?.text.length).toBeLessThanOrEqual(3_000)
    expect(found?.text.split('\n')[30]).toBe(line(40))
  })

  it('are none where nothing is wrong, or where the first does not fit', () => {
    expect(mending('name\nVega')).toBeUndefined()
    const long = Array.from({ length: 5 }, () => `"${'""'.repeat(400)}"`).join(';')
    expect(mending(`name;tier;marketing;sales;crm\nVega;;;;\n${long}`)).toBeUndefined()
  })
})
