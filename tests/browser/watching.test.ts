import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { watch } from '../support/demo-window.ts'

const home = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>Home'))
const elsewhere = createServer((_, response) => response.end())
const addressOf = (server: typeof home) => {
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

beforeAll(async () => {
  for (const one of [home, elsewhere]) await new Promise<void>((done) => one.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  home.close()
  elsewhere.close()
})

it('notices what a window asks elsewhere, and what it says went wrong', async () => {
  const browser = await launchChromium()
  try {
    const context = await browser.newContext()
    const complaints: string[] = []
    watch(context, `http://${addressOf(home)}`, (line) => void complaints.push(line))
    const page = await context.newPage()
    await page.goto(`http://${addressOf(home)}/`)
    expect(complaints).toEqual([])
    await page.evaluate((host) => {
      new Image().src = `http://${host}/picture.png`
      new WebSocket(`ws://${host}/socket`).onerror = () => undefined
      console.error('something is wrong')
      setTimeout(() => {
        throw new Error('something broke')
      })
    }, addressOf(elsewhere))
    const noticed = (what: RegExp) => expect.poll(() => complaints.some((line) => what.test(line))).toBe(true)
    await noticed(/^asked elsewhere: .*picture\.png/)
    await noticed(/^connected elsewhere: .*socket/)
    await noticed(/^said in the console: something is wrong/)
    await noticed(/^error in the page: .*something broke/)
  } finally {
    await browser.close()
  }
})
