import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Each folder of src/ and what it may import from; itself and packages are always allowed. */
const mayImport: Record<string, string[]> = {
  calendar: [],
  platform: ['calendar'],
  workspaces: ['calendar', 'platform'],
  partnerships: ['workspaces', 'calendar', 'platform'],
  actions: ['partnerships', 'workspaces', 'calendar', 'platform'],
  accounts: ['partnerships', 'workspaces', 'calendar', 'platform'],
  agreements: ['partnerships', 'workspaces', 'calendar', 'platform'],
  goals: ['partnerships', 'workspaces', 'calendar', 'platform'],
  checkins: ['actions', 'accounts', 'agreements', 'goals', 'partnerships', 'workspaces', 'calendar', 'platform'],
  feedback: ['actions', 'accounts', 'agreements', 'goals', 'partnerships', 'workspaces', 'calendar', 'platform'],
  handoffs: ['actions', 'accounts', 'agreements', 'goals', 'partnerships', 'workspaces', 'calendar', 'platform'],
  pulse: ['actions', 'accounts', 'agreements', 'goals', 'partnerships', 'workspaces', 'calendar', 'platform'],
  home: ['platform', 'calendar'],
  trends: ['platform', 'calendar'],
  // The stand-in knows Slack, not Rondo.
  playground: ['platform', 'calendar'],
  // Puts a Rondo and a stand-in into one world.
  demo: ['checkins', 'partnerships', 'workspaces', 'playground', 'platform'],
}

const files = globSync('src/**/*.{ts,tsx}').toSorted()
const imports = files.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:(import type|export type|import|export)\s(?:[\w*{}\s,$]+?\sfrom\s)?|import\()'([^']+)'/g,
    ),
  ].map((match) => ({
    file,
    target: match[2] ?? '',
    typeOnly: match[1]?.endsWith(' type') ?? false,
  })),
)
const own = imports
  .filter(({ target }) => target.startsWith('.'))
  .map((one) => ({ ...one, target: normalize(join(dirname(one.file), one.target)) }))

const folderOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1]

describe('who may import whom', () => {
  it('knows every folder of src/', () => {
    const folders = new Set(files.map(folderOf).filter((folder) => folder !== undefined))
    expect([...folders].filter((folder) => !mayImport[folder])).toEqual([])
  })

  it('lets a folder import only from those below it', () => {
    const wrong = own.filter(({ file, target }) => {
      const from = folderOf(file)
      const to = folderOf(target)
      if (!from || !to || from === to) return false
      return !mayImport[from]?.includes(to)
    })
    expect(wrong).toEqual([])
  })

  it('lets other folders see of a feature what its index.ts says', () => {
    const features = Object.keys(mayImport).filter(
      (name) => !['calendar', 'platform', 'playground', 'demo'].includes(name),
    )
    const wrong = own.filter(({ file, target }) => {
      const to = folderOf(target)
      return to && features.includes(to) && folderOf(file) !== to && !target.endsWith('/index.ts')
    })
    expect(wrong).toEqual([])
  })

  it('lets nothing but the demo reach the playground', () => {
    const wrong = own.filter(({ file, target }) => folderOf(target) === 'playground' && folderOf(file) !== 'playground')
    expect(wrong.filter(({ file }) => !/^src\/demo(\.ts$|\/)/.test(file))).toEqual([])
    expect(wrong).not.toEqual([])
  })

  it('lets the page, which runs in a browser, reach nothing that does not', () => {
    const inPage = imports.filter(({ file, typeOnly }) => file.startsWith('src/playground/page/') && !typeOnly)
    const mayRun =
      /^(preact(\/.*)?|gemoji)$|^src\/playground\/(page|plain)\/|^src\/playground\/(json|fields|placed)\.ts$/
    const resolved = inPage.map(({ file, target }) => ({
      file,
      target: target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
    }))
    expect(resolved.filter(({ target }) => !mayRun.test(target))).toEqual([])
  })

  it('keeps SQL in the stores', () => {
    const inFeatures = imports.filter(({ file }) => !['platform', 'playground', undefined].includes(folderOf(file)))
    const wrong = inFeatures.filter(
      ({ file, target }) => /^(kysely|better-sqlite3|pg)$/.test(target) && !file.endsWith('store.ts'),
    )
    expect(wrong).toEqual([])
  })

  it('words and draws without looking anything up', () => {
    const drawing = own.filter(({ file }) => /(views|messages)\.ts$/.test(file))
    const wrong = drawing.filter(({ target, typeOnly }) => !typeOnly && /(store|slack|jobs)\.ts$/.test(target))
    expect(wrong).toEqual([])
  })

  it('lets the demo’s story reach what it is about by commands, clicks and forms only', () => {
    const isStory = (file: string) => /^src\/(?!playground|platform)[^/]+\/story(\.ts$|\/)/.test(file)
    expect(files.filter(isStory)).not.toEqual([])
    const wrong = own.filter(({ file, target, typeOnly }) => isStory(file) && !typeOnly && !isStory(target))
    expect(wrong).toEqual([])
  })

  it('reads the environment and the real clock in one place each', () => {
    const texts = files
      .filter((file) => !file.startsWith('src/playground/'))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    const reading = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file)
    expect(reading(/process\.env/)).toEqual(['src/main.ts'])
    expect(reading(/Date\.now\(\)|new Date\(\)|performance\.now\(\)/)).toEqual(['src/platform/clock.ts'])
  })

  it('does wall time with Temporal only', () => {
    const local = /TZDate|\.getHours\(|\.getDay\(|\.getTimezoneOffset\(|\.setHours\(/
    expect(files.filter((file) => local.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})
