import { setImmediate as immediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { silentLog } from '../../../src/platform/log.ts'
import { type BotProcess, createBot } from '../../../src/playground/world/bot.ts'

let events: string[]
let launch: () => Promise<BotProcess>
const botOf = () => createBot({ launch: () => launch(), log: silentLog, changed: () => undefined })

const process: BotProcess = {
  async settle() {
    events.push('works')
    await immediate()
    events.push('has worked')
  },
  nextDue: async () => 7,
  stop: async () => void events.push('stopped'),
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  events = []
  launch = async () => {
    events.push('started')
    return process
  }
})
afterEach(() => vi.useRealTimers())

describe('a bot that is switched on and off', () => {
  it('does nothing, and has nothing due, while it is off', async () => {
    const bot = botOf()
    await bot.settle()
    expect(await bot.nextDue()).toBeUndefined()
    expect(events).toEqual([])
    await bot.start()
    expect(await bot.nextDue()).toBe(7)
    await bot.stop()
    await bot.settle()
    expect(events).toEqual(['started', 'stopped'])
    expect(bot.state).toBe('stopped')
  })

  it('runs once, however often it is started', async () => {
    const bot = botOf()
    await Promise.all([bot.start(), bot.persist(), bot.start()])
    expect(events).toEqual(['started'])
  })

  it('is stopped when what it does is done', async () => {
    const bot = botOf()
    await bot.start()
    await Promise.all([bot.settle(), bot.stop()])
    expect(events).toEqual(['started', 'works', 'has worked', 'stopped'])
  })

  it('says why it did not start, and is off then', async () => {
    launch = () => Promise.reject(new Error('No such token.'))
    const bot = botOf()
    await expect(bot.start()).rejects.toThrow('No such token.')
    expect(bot.state).toBe('stopped')
  })

  it('tries again until it starts, where that is asked for', async () => {
    const works = launch
    launch = () => Promise.reject(new Error('Slack does not answer.'))
    const bot = botOf()
    await bot.persist()
    expect(bot.state).toBe('starting')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(bot.state).toBe('starting')
    launch = works
    await vi.advanceTimersByTimeAsync(10_000)
    expect(bot.state).toBe('running')
    expect(events).toEqual(['started'])
  })

  it('tries no more once it is stopped', async () => {
    const works = launch
    launch = () => Promise.reject(new Error('Slack does not answer.'))
    const bot = botOf()
    await bot.persist()
    await bot.stop()
    launch = works
    await vi.advanceTimersByTimeAsync(60_000)
    expect(bot.state).toBe('stopped')
    expect(events).toEqual([])
  })

  it('lets whoever waits for it go when it is stopped before it started', async () => {
    launch = () => new Promise(() => undefined)
    const bot = botOf()
    const starting = expect(bot.start()).rejects.toThrow('stopped before')
    await immediate()
    const stopping = bot.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    await Promise.all([starting, stopping])
    expect(bot.state).toBe('stopped')
  })

  it('ends at once what began to start before it was stopped, and starts beside nothing', async () => {
    const first = Promise.withResolvers<void>()
    const works = launch
    launch = async () => {
      await first.promise
      return works()
    }
    const bot = botOf()
    const starting = bot.persist()
    await immediate()
    const stopping = bot.stop()
    launch = works
    // Longer than anybody waits for.
    await vi.advanceTimersByTimeAsync(60_000)
    await stopping
    first.resolve()
    await starting
    expect(bot.state).toBe('stopped')
    await bot.start()
    expect(events).toEqual(['started', 'stopped', 'started'])
    expect(bot.state).toBe('running')
  })
})
