import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const preload = join(import.meta.dirname, 'support', 'older-node.cjs')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-node-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function onOlderNode(program: string, ...args: string[]) {
  return spawnSync(process.execPath, ['--require', preload, program, ...args], { encoding: 'utf8', cwd: folder })
}

describe('bin/rondo.js on an older Node', () => {
  it('starts Rondo with the Node that came along', () => {
    const { status, stdout } = onOlderNode(join(import.meta.dirname, '..', 'bin', 'rondo.js'), 'help')
    expect(status).toBe(0)
    expect(stdout).toContain('rondo start')
  })

  it('says in one sentence what to do where none came along', () => {
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    copyFileSync(join(import.meta.dirname, '..', 'bin', 'rondo.js'), join(folder, 'bin', 'rondo.js'))
    const { status, stderr } = onOlderNode(join(folder, 'bin', 'rondo.js'), 'start')
    expect(status).toBe(78)
    expect(stderr).toBe(
      'Rondo needs Node 26, and this is Node 20.20.2. Run "npm ci" in Rondo\'s folder: it brings Node 26 along.\n',
    )
  })
})
