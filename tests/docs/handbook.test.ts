import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importButton } from '../../src/accounts/import/messages.ts'
import { rowReader } from '../../src/accounts/import/row.ts'
import { readTable } from '../../src/accounts/import/table.ts'
import { allFeatures } from '../../src/app.ts'
import { showDecisions } from '../../src/checkins/decisions/messages.ts'
import { addTo } from '../../src/partnerships/moves/messages.ts'
import type { Language } from '../../src/platform/i18n.ts'
import { silentLog } from '../../src/platform/log.ts'
import { anna } from '../support/slack-edge.ts'

const root = join(import.meta.dirname, '..', '..')
const words = allFeatures({ language: 'en', zone: 'UTC' }, silentLog).flatMap((feature) => feature.words ?? [])

describe.each<[string, Language]>([
  ['docs/handbook.md', 'en'],
  ['docs/handboek.md', 'nl'],
])('%s', (file, language) => {
  const handbook = readFileSync(join(root, file), 'utf8')

  it('says in bold only what stands on the screen in its language', async () => {
    const onScreen = await textsIn(language)
    const bold = found(handbook, /\*\*(.+?)\*\*/gs).map((text) => text.replaceAll(/\s+/g, ' '))
    expect(bold.length).toBeGreaterThan(80)
    expect([...new Set(bold)].filter((text) => !onScreen.has(text))).toEqual([])
  })

  it('names only commands that there are in its language', () => {
    const known = words.flatMap((word) => word.words[language])
    const named = found(handbook, /`\/rondo ?(.*?)`/g)
    const unknown = named.filter((typed) => !known.some((word) => typed === word || typed.startsWith(`${word} `)))
    expect(unknown).toEqual([])
  })

  it('names every command that there is', () => {
    const named = found(handbook, /`\/rondo ?(.*?)`/g)
    const all = words.map((word) => word.words[language][0])
    expect(all.filter((word) => !named.some((typed) => typed === word || typed.startsWith(`${word} `)))).toEqual([])
  })

  it('gives an example that the import of key accounts takes', () => {
    expect(importedFrom(found(handbook, /```\n(.*?)```/gs)[0] ?? '')).toEqual([true, true, true])
  })

  it('leads to headings of its own', () => {
    const headings = new Set(found(handbook, /^#+ (.+)$/gm).map(anchorOf))
    const links = found(handbook, /\]\(#(.+?)\)/g)
    expect(links.filter((link) => !headings.has(link))).toEqual([])
  })
})

it('comes with a file that the import of key accounts takes', () => {
  expect(importedFrom(readFileSync(join(root, 'docs/key-accounts.csv'), 'utf8'))).toEqual([true, true, true])
})

it('has the same chapters in both languages', () => {
  const chapters = (file: string) =>
    found(readFileSync(join(root, file), 'utf8'), /^(#+) /gm).map((signs) => signs.length)
  expect(chapters('docs/handboek.md')).toEqual(chapters('docs/handbook.md'))
})

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

/** Of each row, whether it is taken where the people in the examples are in the two teams; nothing where a column is unknown. */
function importedFrom(text: string): boolean[] {
  const table = readTable(text)
  if (!table.ok || table.leftOut.length > 0) return []
  const read = rowReader([
    { side: 'marketing', person: { ...anna, name: 'Anna de Boer' } },
    { side: 'sales', person: { ...anna, id: 'tom', slackId: 'U002', name: 'Tom Visser' } },
    { side: 'sales', person: { ...anna, id: 'eva', slackId: 'U012ABCDEF', name: 'Eva Smit' } },
  ])
  return table.rows.map((row) => read(row).ok)
}

/** All that the product says without being told anything; and of the rest what the handbooks give as an example. */
async function textsIn(language: Language): Promise<ReadonlySet<string>> {
  const files = globSync(['src/**/*messages.ts', 'src/checkins/templates/all.ts'], { cwd: root })
  const catalogues = await Promise.all(
    files.filter((file) => !file.includes('playground')).map((file) => import(join(root, file))),
  )
  const examples = [
    addTo(language, 'marketing'),
    addTo(language, 'sales'),
    showDecisions(language, 3),
    importButton(language, 12),
  ]
  return new Set([...catalogues.flatMap((catalogue) => spoken(catalogue, language)), ...examples])
}

function spoken(value: unknown, language: Language): string[] {
  if (typeof value === 'function') return saying(() => value(language))
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((one) => spoken(one, language))
    : typeof value === 'string'
      ? [value]
      : []
}

/** What needs to be told something before it can say anything says nothing here. */
function saying(say: () => unknown): string[] {
  try {
    const text = say()
    return typeof text === 'string' ? [text] : []
  } catch {
    return []
  }
}
