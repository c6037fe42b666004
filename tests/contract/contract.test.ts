import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import type { Exchange } from '../../src/playground/server/traffic.ts'
import { keep, type Payload, payloadsOf, readPayloads } from './payload.ts'

let folder: string
let slack: Slack
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-contract-test-'))
  slack = await startSlack()
})
afterEach(async () => {
  await slack.stop()
  rmSync(folder, { recursive: true })
})

const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } })
const view = (text: string) => ({ type: 'home', blocks: [section(text)] })
const blocks = (text: string): Payload => ({
  from: 'chat.postMessage',
  argument: 'blocks',
  content: [section(text)],
  test: 'a test',
})

describe('what is recorded', () => {
  it.each<[string, Partial<Exchange>, Pick<Payload, 'argument' | 'content'> | undefined]>([
    [
      'the blocks of a message',
      { what: 'chat.update', request: { channel: 'C1', text: 'x', blocks: [section('x')] } },
      { argument: 'blocks', content: [section('x')] },
    ],
    ['a view', { what: 'views.publish', request: { view: view('x') } }, { argument: 'view', content: view('x') }],
    [
      'a view in an acknowledgement',
      { from: 'slack', what: 'view_submission', request: {}, answer: { response_action: 'push', view: view('x') } },
      { argument: 'view', content: view('x') },
    ],
    [
      'a message with attachments as a whole',
      { what: 'response_url', request: { text: 'x', attachments: [{ blocks: [section('x')] }] } },
      { argument: 'message', content: { text: 'x', attachments: [{ blocks: [section('x')] }] } },
    ],
    ['nothing of a text alone', { what: 'chat.postMessage', request: { text: 'x' } }, undefined],
    ['nothing of what Slack shows', { from: 'slack', what: 'block_actions', request: { view: view('x') } }, undefined],
  ])('is %s', (_, exchange, expected) => {
    const whole: Exchange = { at: 0, from: 'app', what: '', request: undefined, answer: undefined, ...exchange }
    expect(payloadsOf(whole, 'a test')).toEqual(expected ? [{ ...expected, from: whole.what, test: 'a test' }] : [])
  })

  it('is kept once where only ids and figures differ, and again where a text is longer', () => {
    const id = () => crypto.randomUUID()
    for (const text of [`4 open ${id()}`, `7 open ${id()}`, `12 open ${id()}`]) keep(folder, blocks(text))
    expect(readPayloads(folder).map(({ from, test }) => [from, test])).toEqual([
      ['chat.postMessage', 'a test'],
      ['chat.postMessage', 'a test'],
    ])
  })
})

describe('npm run contract', () => {
  const contract = (url: string) =>
    new Promise<{ code: number | null; out: string }>((resolve) => {
      const script = join(import.meta.dirname, 'run.ts')
      const child = spawn(process.execPath, [script, '--from', folder, '--url', url])
      let out = ''
      child.stdout.on('data', (chunk) => {
        out += chunk
      })
      child.stderr.on('data', (chunk) => {
        out += chunk
      })
      child.once('close', (code) => resolve({ code, out }))
    })
  const taken = blocks('Fine')
  const refused = blocks('x'.repeat(3001))

  it('ends well where both judge alike, what both refuse included', async () => {
    for (const payload of [taken, refused]) keep(folder, payload)
    keep(folder, { from: 'views.publish', argument: 'view', content: view('x'), test: 'another test' })
    const { code, out } = await contract(slack.apiUrl)
    expect(out).toContain(`3 of 3 payloads compared with ${slack.apiUrl}: 0 differ.`)
    expect(out).toMatch(/agree {3}refused {2}chat\.postMessage \(blocks\) {2}a test/)
    expect(out).toMatch(/agree {3}taken {4}views\.publish \(view\) {2}another test/)
    expect(code).toBe(0)
  })

  it('waits as long as Slack asks for', async () => {
    keep(folder, taken)
    slack.fault({ kind: 'retryAfter', seconds: 0, method: 'blocks.validate', times: 2 })
    expect((await contract(slack.apiUrl)).code).toBe(0)
  })

  it('shows what each says where they differ, and fails', async () => {
    for (const payload of [taken, refused]) keep(folder, payload)
    const isFine = (args: object) => JSON.stringify(args).includes('Fine')
    slack.fault({ kind: 'error', error: 'invalid_blocks', method: 'blocks.validate', when: isFine })
    const { code, out } = await contract(slack.apiUrl)
    expect(out).toContain('DIFFER  chat.postMessage (blocks)  a test')
    expect(out).toContain('Slack:      refuses it, invalid_blocks: no reason given')
    expect(out).toContain('stand-in:   takes it')
    expect(out).toContain('"text":"Fine"')
    expect(out).toContain('1 differ.')
    expect(code).toBe(1)
  })

  it.each([
    ['nobody answers', () => 'http://127.0.0.1:9/', 'is there a network?'],
    ['there is no such method', () => `${slack.url}/elsewhere/`, 'does not judge blocks: it answers status 404'],
  ])('says so where %s, and compares nothing', async (_, url, sentence) => {
    keep(folder, taken)
    const { code, out } = await contract(url())
    expect(out).toContain(sentence)
    expect(out).toContain('0 of 1 payloads compared')
    expect(code).toBe(2)
  })

  it('does not take a failure of Slack for a verdict', async () => {
    keep(folder, taken)
    slack.fault({ kind: 'error', error: 'internal_error', method: 'blocks.validate' })
    const { code, out } = await contract(slack.apiUrl)
    expect(out).toContain('does not judge blocks: it answers internal_error.')
    expect(code).toBe(2)
  })

  it('refuses a file that is no recording', async () => {
    writeFileSync(join(folder, 'notes.json'), '{"argument":"poem"}')
    const { code, out } = await contract(slack.apiUrl)
    expect(out).toContain('notes.json holds no recorded payload.')
    expect(code).not.toBe(0)
  })
})
