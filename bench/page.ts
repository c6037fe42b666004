/**
 * `npm run bench -- page`: the demo's page in Chromium: how soon it shows the newest message, how it bears a channel with
 * 2,000 messages, and what the browser has to load. Where there is no Chromium it says so. The demo runs in this process.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { bundlePage } from '../src/playground/window/bundle.ts'
import { findChromium, launchChromium } from '../tests/support/chromium.ts'
import { type Demo, startDemo } from '../tests/support/demo.ts'
import { median, printTable } from './figures.ts'

const times = 10
const long = { channel: 'C04GENERAL', name: 'general', count: 2000 }
const incoming = { count: 50, everyMs: 50 }
/** Shorter tasks are not told of by browsers. */
const shortestTaskMs = 50

/** Measures all and prints it. */
export async function benchPage(): Promise<void> {
  if (!findChromium()) return console.log('There is no Chromium here, so the page is left out; CHROMIUM=/path/to/it.')
  await printBundle()
  const [demo, browser] = await Promise.all([startDemo({}), launchChromium()])
  try {
    const rows = [['ready on the demo’s story', ...inTwo(await ready(browser, demo))]]
    fill(demo)
    rows.push([`opening a channel with ${long.count} messages`, ...inTwo(await opened(browser, demo))])
    printTable(`The page, ${times} times`, ['median, ms', 'worst, ms'], rows)
    const tasks = await longestTasks(browser, demo)
    printTable('The page’s longest task', ['ms'], Object.entries(tasks))
  } finally {
    await browser.close()
    await demo.stop()
  }
}

const inTwo = (values: number[]): string[] => [median(values), Math.max(...values)].map((ms) => ms.toFixed(0))

async function printBundle(): Promise<void> {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)
  const assets = [...(await bundlePage())].map(
    ([path, { body }]) => [path, body.length, gzipSync(body).length] as const,
  )
  const sum = (pick: 1 | 2) => assets.reduce((all, asset) => all + asset[pick], 0)
  printTable(
    'What the browser loads',
    ['kB', 'kB gzip'],
    [...assets, ['all', sum(1), sum(2)] as const].map(([what, ...sizes]) => [what, ...sizes.map(kilobytes)]),
  )
}

/** From the start of the navigation until the newest message is painted, in a browser that has nothing of the page yet. */
async function ready(browser: Browser, { slack }: Demo): Promise<number[]> {
  const roots = slack.messages(long.channel).filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts)
  const all: number[] = []
  for (let n = 0; n < times; n++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${slack.url}/archives/${long.channel}?as=priya`, { waitUntil: 'commit' })
    all.push(await page.evaluate(painted, `[data-ts="${roots.at(-1)?.ts}"]`))
    await context.close()
  }
  return all
}

function fill({ slack, clock }: Demo): void {
  const people = ['sanne', 'joris', 'tom'].map(slack.person)
  for (let n = 1; n <= long.count; n++) {
    const text = `Line ${n}: what somebody says in a channel in which much is said, *some* of it in <https://example.com|links>.`
    people[n % people.length]?.say(text, { in: long.name })
    clock.advance(60_000)
  }
}

/** From the click on the channel until its newest message is painted. */
async function opened(browser: Browser, demo: Demo): Promise<number[]> {
  const page = await pageOn(browser, demo, 'C01MARKETING')
  const newest = `[data-ts="${demo.slack.messages(long.channel).at(-1)?.ts}"]`
  const all: number[] = []
  for (let n = 0; n < times; n++) {
    const link = page.locator(`.sidebar-link[href*="${long.channel}"]`)
    await link.evaluate((one) =>
      one.addEventListener('click', () => performance.mark('clicked'), { capture: true, once: true }),
    )
    await link.click()
    const at = await page.evaluate(painted, newest)
    all.push(at - (await page.evaluate(() => performance.getEntriesByName('clicked').at(-1)?.startTime ?? Number.NaN)))
    await page.locator('.sidebar-link[href*="C01MARKETING"]').click()
    await page.locator(newest).waitFor({ state: 'hidden' })
  }
  await page.context().close()
  return all
}

async function longestTasks(browser: Browser, demo: Demo): Promise<Record<string, string>> {
  const page = await pageOn(browser, demo, long.channel)
  const [first, newest] = [demo.slack.messages(long.channel)[0], demo.slack.messages(long.channel).at(-1)]
  await page.evaluate(painted, `[data-ts="${newest?.ts}"]`)
  const scrolling = await during(page, async () => {
    await page.locator('.messages-scroll').hover()
    const top = page.locator(`[data-ts="${first?.ts}"]`)
    while ((await top.count()) === 0) await page.mouse.wheel(0, -1200)
  })
  await page.locator('.messages-pill').click()
  await page.evaluate(painted, `[data-ts="${newest?.ts}"]`)
  const arriving = await during(page, async () => {
    for (let n = 0; n < incoming.count; n++) {
      demo.slack.person('maud').say(`News ${n}`, { in: long.name })
      await pause(incoming.everyMs)
    }
    await page.evaluate(painted, `[data-ts="${demo.slack.messages(long.channel).at(-1)?.ts}"]`)
  })
  await page.context().close()
  return {
    [`while one scrolls through ${long.count} messages to the first`]: inWords(scrolling),
    [`while ${incoming.count} messages come in, one every ${incoming.everyMs} ms`]: inWords(arriving),
  }
}

const inWords = (longest: number) => (longest === 0 ? `under ${shortestTaskMs}` : longest.toFixed(0))

async function pageOn(browser: Browser, { slack }: Demo, channel: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addInitScript(() => localStorage.setItem('rondo.welcomed', 'yes'))
  const page = await context.newPage()
  await page.goto(`${slack.url}/archives/${channel}?as=priya`)
  await page.locator('.app').waitFor()
  return page
}

/** @returns the longest task of the page meanwhile, ms; 0 where none was told of */
async function during(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const told: number[] = []
    new PerformanceObserver((list) => told.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
    Object.assign(globalThis, { told })
  })
  await work()
  return page.evaluate(() => Math.max(0, ...(globalThis as unknown as { told: number[] }).told))
}

/** Runs in the page. @returns when, by `performance.now()`, the first frame with this was over */
function painted(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return requestAnimationFrame(look)
      // What is drawn now stands there with the next frame.
      return requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    }
    look()
  })
}
