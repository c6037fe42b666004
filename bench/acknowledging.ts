/**
 * `npm run bench -- acknowledging`: how fast commands are acknowledged, beside bare Bolt in the same run. Rounds of all variants are interleaved,
 * so that whatever else the machine does falls on all of them; figures are medians, and what counts are the ratios.
 */
import type { ChildProcess } from 'node:child_process'
import { median } from './figures.ts'
import { kill, message, output, residentMb, startProcess } from './processes.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const seconds = Number(process.env.BENCH_SECONDS ?? 4)

type Mode = 'http' | 'socket'
interface Variant {
  name: string
  server: string
  args: string[]
  sockets: number
  modes: Mode[]
}
interface Round {
  perSecond: number
  p50: number
  p99: number
  failed: number
  startMs: number
  idleMb: number
  loadedMb: number
}

const variants: Variant[] = [
  { name: 'node:http, nothing stored', server: 'servers/plain.ts', args: [], sockets: 0, modes: ['http'] },
  { name: 'bare Bolt', server: 'servers/bolt.ts', args: [], sockets: 1, modes: ['http', 'socket'] },
  {
    name: 'bare Bolt + one insert',
    server: 'servers/bolt.ts',
    args: ['insert'],
    sockets: 1,
    modes: ['http', 'socket'],
  },
  { name: 'Rondo, durable', server: 'servers/rondo.ts', args: [], sockets: 2, modes: ['http', 'socket'] },
]

async function round(mode: Mode, variant: Variant): Promise<Round> {
  return mode === 'http' ? overHttp(variant) : overSocket(variant)
}

async function overHttp(variant: Variant): Promise<Round> {
  const started = performance.now()
  const server = startProcess(variant.server, ['http', variant.args[0] ?? 'plain'])
  const { port } = await message<{ port: number }>(server)
  const startMs = performance.now() - started
  const idleMb = residentMb(server)
  const load = startProcess('load.ts', ['http', String(port), String(seconds), '32'], { silent: true })
  return finish(server, load, startMs, idleMb)
}

async function overSocket(variant: Variant): Promise<Round> {
  const load = startProcess('load.ts', ['socket', String(variant.sockets), String(seconds), '32'], { silent: true })
  const { apiUrl } = await message<{ apiUrl: string }>(load)
  const started = performance.now()
  const server = startProcess(variant.server, ['socket', variant.args[0] ?? 'plain', apiUrl])
  await message(server)
  return finish(server, load, performance.now() - started, residentMb(server))
}

async function finish(server: ChildProcess, load: ChildProcess, startMs: number, idleMb: number): Promise<Round> {
  const result = JSON.parse(await output(load)) as Pick<Round, 'perSecond' | 'p50' | 'p99' | 'failed'>
  const loadedMb = residentMb(server)
  await kill(server)
  return { ...result, startMs, idleMb, loadedMb }
}

function row(name: string, mine: Round[], bare: Round[]): string {
  const ratios = (key: keyof Round) => mine.map((one, n) => one[key] / (bare[n]?.[key] ?? Number.NaN))
  const cell = (key: keyof Round, digits: number) =>
    `${median(mine.map((one) => one[key])).toFixed(digits)} (${median(ratios(key)).toFixed(2)}×)`
  const failed = mine.reduce((sum, one) => sum + one.failed, 0)
  const cells = [
    cell('perSecond', 0),
    cell('p50', 2),
    cell('p99', 2),
    cell('startMs', 0),
    cell('idleMb', 0),
    cell('loadedMb', 0),
  ]
  return `| ${[name, ...cells, failed].join(' | ')} |`
}

/** Runs all rounds and prints a table for each way Slack reaches Rondo. */
export async function benchAcknowledging(): Promise<void> {
  for (const mode of ['http', 'socket'] as const) {
    const running = variants.filter(({ modes }) => modes.includes(mode))
    const results = new Map<string, Round[]>(running.map(({ name }) => [name, []]))
    for (let n = 0; n < rounds; n += 1) {
      for (const variant of running) results.get(variant.name)?.push(await round(mode, variant))
    }
    const bare = results.get('bare Bolt') ?? []
    console.log(
      `\n${mode === 'http' ? 'Signed HTTP' : 'Socket Mode'}: 32 in flight, ${rounds} rounds of ${seconds} s, median (ratio to bare Bolt)\n`,
    )
    console.log('| | acknowledged/s | p50 ms | p99 ms | start ms | idle MB | loaded MB | refused |')
    console.log('|---|---|---|---|---|---|---|---|')
    for (const [name, mine] of results) console.log(row(name, mine, bare))
  }
}
