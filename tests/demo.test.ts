import { readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { makeFolder } from './support/folders.ts'
import { type RunningProgram, rondo } from './support/rondo.ts'

let program: RunningProgram | undefined
afterEach(async () => {
  program?.kill('SIGKILL')
  await program?.ended
  program = undefined
})

/** A demo that has said where it is; everything it writes goes to `folder`. */
async function served(folder: string): Promise<{ running: RunningProgram; url: string }> {
  program = rondo(['demo'], { TMPDIR: folder }, folder)
  const out = await program.printed('until you press Ctrl-C')
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0]
  if (!url) throw new Error(`There is no address in ${out}`)
  return { running: program, url }
}

async function deed(url: string, what: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/page/deed`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ as: 'sanne', deed: what }),
  })
  return answer.json()
}

describe('the demo in a browser', () => {
  it('shows its page at once, where people look on until the story is told', async () => {
    const { running, url } = await served(makeFolder())
    const page = await fetch(url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="app">')
    expect(await deed(url, { do: 'travel', to: { hours: 1 } })).toMatchObject({ ok: false })

    const out = await running.printed('Have a look')
    expect(out).toContain('Thursday, 25 February 2027, 10:00')
    expect(await deed(url, { do: 'travel', to: { next: 'occurrence' } })).toEqual({ ok: true })
    expect(await deed(url, { do: 'startOver', empty: true })).toEqual({ ok: true })
    running.kill('SIGINT')
    expect(await running.ended).toMatchObject({ code: 0, err: '' })
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends in order and leaves nothing behind at %s in its story',
    async (signal) => {
      const folder = makeFolder()
      const { running } = await served(folder)
      await running.printed('2027')
      expect(readdirSync(folder)).toHaveLength(1)
      running.kill(signal)
      expect(await running.ended).toMatchObject({ code: 0, err: '' })
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it('says what to do about a port that is taken, and leaves nothing behind', async () => {
    const folder = makeFolder()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : undefined
    program = rondo(['demo', '--port', String(port)], { TMPDIR: folder }, folder)
    const { code, err } = await program.ended
    other.close()
    expect(code).toBe(78)
    expect(err).toContain(`Port ${port} is taken: name another one with --port.`)
    expect(readdirSync(folder)).toEqual([])
  })
})
