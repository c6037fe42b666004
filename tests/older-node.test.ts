import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
      'Rondo needs Node 26, and this is Node 20.20.2. Run "npm ci" in Rondo\'s folder: it brings Node 26 along. Where it does not, install Node 26 yourself.\n',
    )
  })

  it('says what to do where the one that came along does not run here', () => {
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    for (const name of ['node', 'node-bin']) {
      const packaged = join(folder, 'node_modules', `${name}-${process.platform}-${process.arch}`)
      const node = join(packaged, 'bin', 'node')
      mkdirSync(join(packaged, 'bin'), { recursive: true })
      writeFileSync(join(packaged, 'package.json'), '{ "name": "node" }')
      writeFileSync(node, '#!/nowhere/of/another/libc\n')
      chmodSync(node, 0o755)
    }
    copyFileSync(join(import.meta.dirname, '..', 'bin', 'rondo.js'), join(folder, 'bin', 'rondo.js'))
    const { status, stderr } = onOlderNode(join(folder, 'bin', 'rondo.js'), 'start')
    expect(status).toBe(78)
    expect(stderr).toMatch(/^The Node 26 that came along does not run on this machine \(.*\): install Node 26 .*\n$/)
  })
})

describe('bin/rondo.js', () => {
  it('starts Rondo in a folder whose name means something in an address', () => {
    const odd = join(folder, '50% #1')
    mkdirSync(join(odd, 'bin'), { recursive: true })
    mkdirSync(join(odd, 'src'))
    writeFileSync(join(odd, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(odd, 'src', 'main.ts'), 'const said: string = "started"\nconsole.log(said, process.argv[1])\n')
    copyFileSync(join(import.meta.dirname, '..', 'bin', 'rondo.js'), join(odd, 'bin', 'rondo.js'))
    const { stdout } = spawnSync(process.execPath, [join(odd, 'bin', 'rondo.js')], { encoding: 'utf8' })
    expect(stdout).toBe(`started ${join(odd, 'src', 'main.ts')}\n`)
  })
})
