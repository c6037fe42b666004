import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OperatorError } from '../../../src/platform/operator-error.ts'
import { createDatabase, engines, useDatabase } from '../../support/databases.ts'
import { edgeFor } from '../../support/slack-edge.ts'
import { sendCommand } from '../../support/slack-requests.ts'

const many = 50
let folder: string
let notes: string
let postgres: Awaited<ReturnType<typeof createDatabase>> | undefined
const children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-stopping-'))
  notes = join(folder, 'notes')
  writeFileSync(notes, '')
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await postgres?.remove()
  postgres = undefined
  rmSync(folder, { recursive: true, force: true })
})

async function started(url: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(join(import.meta.dirname, '../../support/slack-child.ts'), [url, notes], { execArgv: [] })
  children.push(child)
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { child, port }
}

const noted = () =>
  readFileSync(notes, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(Number)
    .toSorted((a, b) => a - b)
const all = Array.from({ length: many }, (_, n) => n)

async function acknowledged(port: number): Promise<number[]> {
  const answers = await Promise.all(all.map((n) => sendCommand(port, `wait ${n}`)))
  return answers.map(({ status }) => status)
}

/** Goes on with whatever waits, and ends when all is done. */
async function finish(url: string): Promise<void> {
  const { child } = await started(url)
  child.send('go on')
  child.send('settled?')
  await once(child, 'message')
}

describe.each(engines)('fifty acknowledged commands, on %s', (engine) => {
  let url: string
  beforeEach(async () => {
    postgres = engine === 'postgres' ? await createDatabase('postgres') : undefined
    url = postgres?.url ?? `sqlite:${join(folder, 'rondo.db')}`
  })

  it('Q-R1: are all done, each once, where the process is asked to stop while they run', async () => {
    const { child, port } = await started(url)
    expect(new Set(await acknowledged(port))).toEqual(new Set([200]))
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    expect((await once(child, 'message'))[0]).toBe('stopping')
    child.send('go on')
    expect(await exit).toEqual([0, null])
    const before = noted().length
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(many)
    await finish(url)
    expect(noted()).toEqual(all)
  })
})

describe('fifty acknowledged commands, where the process is killed', () => {
  // On PostgreSQL too, once the leases are over: the inbox's own tests hold that.
  it('are all done by the next', async () => {
    const url = `sqlite:${join(folder, 'rondo.db')}`
    const { child, port } = await started(url)
    expect(new Set(await acknowledged(port))).toEqual(new Set([200]))
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
    expect(noted()).toEqual([])
    await finish(url)
    expect(noted()).toEqual(all)
  })
})

describe('a port that is taken', () => {
  const database = useDatabase('sqlite')
  it('is what the operator is told of', async () => {
    const first = edgeFor({ database: database(), features: [] })
    const { port } = await first.start()
    const second = edgeFor({ database: database(), features: [], port })
    await expect(second.start()).rejects.toThrow(OperatorError)
    await first.stop()
  })
})
