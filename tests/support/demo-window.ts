/** The demo's page in a real browser: one demo for a file of tests, and fresh windows in each of them. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type Beginning, type Demo, startDemo } from './demo.ts'

export interface WindowSettings {
  /** Whether the welcome is shown, as to those who come for the first time. */
  newcomer?: boolean
  /** Of the browser: `nl-NL`. */
  locale?: string
  phone?: boolean
  dark?: boolean
}

export interface Windows extends Pick<Demo, 'slack' | 'clock' | 'world'> {
  /** A window of a browser of its own. @param person by short name; '' for whom the demo takes one for @param path '/archives/C03SHARED' */
  open(person: string, path?: string, settings?: WindowSettings): Promise<Page>
}

/**
 * A demo for all tests of a file. After each test its windows are closed, and it fails where one of them said an error or
 * asked for anything elsewhere.
 */
export function useDemo(beginning: Beginning = {}): () => Windows {
  let demo: Demo | undefined
  let browser: Browser | undefined
  const contexts: BrowserContext[] = []
  const complaints: string[] = []
  beforeAll(async () => {
    ;[demo, browser] = await Promise.all([startDemo(beginning), launchChromium()])
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((one) => one.close()))
    expect(complaints.splice(0), 'the windows are quiet and ask for nothing elsewhere').toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })
  return () => {
    if (!demo || !browser) throw new Error('There is a demo only while tests run.')
    const { slack, clock, world } = demo
    const [running, url] = [browser, slack.url]
    return {
      slack,
      clock,
      world,
      async open(person, path = '/', settings = {}) {
        const context = await running.newContext(lookOf(settings))
        contexts.push(context)
        context.setDefaultTimeout(patienceMs)
        watch(context, url, (line) => void complaints.push(line))
        if (!settings.newcomer) await context.addInitScript(welcomed)
        const page = await context.newPage()
        await page.goto(`${url}${path}${person && `${path.includes('?') ? '&' : '?'}as=${person}`}`)
        await page.locator('.app[data-here=true]').waitFor()
        return page
      },
    }
  }
}

/** Long enough for a machine that is busy with other tests. */
const patienceMs = 30_000

const wide = { width: 1280, height: 800 }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

function lookOf({ locale = 'en-GB', dark = false, phone: isPhone = false }: WindowSettings): BrowserContextOptions {
  return { locale, colorScheme: dark ? 'dark' : 'light', ...(isPhone ? phone : { viewport: wide }) }
}

/** Tells of every error in these windows, and of all they ask for at another address. @param home `http://127.0.0.1:80` */
export function watch(context: BrowserContext, home: string, complain: (line: string) => void): void {
  const isHome = (address: string) => {
    const { protocol, host } = new URL(address)
    return protocol === 'data:' || protocol === 'blob:' || host === new URL(home).host
  }
  context.on('weberror', (error) => complain(`error in the page: ${error.error().stack ?? error.error().message}`))
  context.on('console', (line) => {
    if (line.type() === 'error') complain(`said in the console: ${line.text()}`)
  })
  context.on('request', (request) => {
    if (!isHome(request.url())) complain(`asked elsewhere: ${request.url()}`)
  })
  context.on('page', (page) =>
    page.on('websocket', (socket) => {
      if (!isHome(socket.url())) complain(`connected elsewhere: ${socket.url()}`)
    }),
  )
}

/** Runs in the browser: remembers that the welcome was read. */
function welcomed(): void {
  // An empty page remembers nothing.
  if (location.protocol === 'http:') localStorage.setItem('rondo.welcomed', 'yes')
}
