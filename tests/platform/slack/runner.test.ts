import { describe, expect, it } from 'vitest'
import { createRunner } from '../../../src/platform/slack/runner.ts'

describe('a runner that was closed', () => {
  it('is idle when what ran has ended, whatever still came, and hands that out', async () => {
    const runner = createRunner<{ name: string; run(): Promise<void> }>({ most: 1, perTurn: 1 })
    const gate = Promise.withResolvers<void>()
    const ran: string[] = []
    const task = (name: string) => ({
      name,
      run: async () => {
        await gate.promise
        ran.push(name)
      },
    })
    runner.add(task('running'))
    await new Promise((resolve) => setImmediate(resolve))
    runner.add(task('waiting'))
    runner.close()
    runner.add(task('late'))
    gate.resolve()
    await runner.idle()
    expect(ran).toEqual(['running'])
    expect(runner.unstarted().map(({ name }) => name)).toEqual(['waiting', 'late'])
  })

  it('is idle at once where nothing runs', async () => {
    const runner = createRunner({ most: 1, perTurn: 1 })
    runner.add({ run: async () => {} })
    const idle = runner.idle()
    runner.close()
    await idle
    expect(runner.unstarted()).toHaveLength(1)
  })
})
