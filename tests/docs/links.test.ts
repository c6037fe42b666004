import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

describe.each(globSync(['*.md', 'docs/**/*.md'], { cwd: root }))('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8')

  it('leads only to files that there are', () => {
    const links = [...text.matchAll(/(?:\]\(|src(?:set)?=")(?!https?:|#|mailto:)([^)#"\s]+)/g)].map(
      ([, to]) => to ?? '',
    )
    expect(links.filter((to) => !existsSync(join(root, dirname(file), to)))).toEqual([])
  })

  it('names only folders and files that there are', () => {
    const named = [...text.matchAll(/`((?:src|tests|docs|db|bench|bin)\/[\w./-]*)`/g)].map(([, path]) => path ?? '')
    expect(named.filter((path) => !existsSync(join(root, normalize(path))))).toEqual([])
  })
})
