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
}

/** Inside a feature: the nouns and the texts know neither SQL nor Slack. */
const files = globSync('src/**/*.ts').toSorted()
const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s+'([^']+)'|import\('([^']+)'\)/g)].map((match) => ({
    file,
    target: match[1] ?? match[2] ?? '',
  })),
)
const own = imports
  .filter(({ target }) => target.startsWith('.'))
  .map(({ file, target }) => ({ file, target: normalize(join(dirname(file), target)) }))

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
    const features = Object.keys(mayImport).filter((name) => !['calendar', 'platform', 'playground'].includes(name))
    const wrong = own.filter(({ file, target }) => {
      const to = folderOf(target)
      return to && features.includes(to) && folderOf(file) !== to && !target.endsWith('/index.ts')
    })
    expect(wrong).toEqual([])
  })

  it('lets nothing but the demo reach the playground', () => {
    const wrong = own.filter(({ file, target }) => folderOf(target) === 'playground' && folderOf(file) !== 'playground')
    expect(new Set(wrong.map(({ file }) => file))).toEqual(new Set(['src/demo.ts']))
  })

  it('keeps Slack, SQL and the clock out of the nouns', () => {
    const edges = ['store.ts', 'slack.ts', 'jobs.ts', 'index.ts', 'views.ts', 'messages.ts']
    const nouns = files.filter((file) => {
      const folder = folderOf(file)
      return folder && !['platform', 'playground'].includes(folder) && !edges.some((edge) => file.endsWith(`/${edge}`))
    })
    const wrong = imports.filter(({ file, target }) => nouns.includes(file) && /^(kysely|@slack\/|better-sqlite3|pg$)/.test(target))
    expect(wrong.filter(({ file }) => !isListener(file))).toEqual([])
  })

  it('reads the environment and the real clock in one place each', () => {
    const texts = files.filter((file) => !file.startsWith('src/playground/')).map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    const reading = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file)
    expect(reading(/process\.env/)).toEqual(['src/main.ts'])
    expect(reading(/Date\.now\(\)|new Date\(\)|performance\.now\(\)/)).toEqual(['src/platform/clock.ts'])
  })

  it('does wall time with Temporal only', () => {
    const local = /TZDate|\.getHours\(|\.getDay\(|\.getTimezoneOffset\(|\.setHours\(/
    expect(files.filter((file) => local.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

/** A feature's listeners may be spread over several files of a folder; they name Slack's types. */
function isListener(file: string): boolean {
  return readFileSync(file, 'utf8').includes("feature.ts'")
}
