import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDemo } from '../support/demo-window.ts'

const count = 2000
/** For scrolling through all of them. */
const patienceMs = 45_000
const general = '/archives/C04GENERAL'
const lineOf = (n: number) => `Line ${n} of many`

describe('a channel with 2,000 messages', () => {
  const demo = useDemo({ empty: true })
  beforeAll(() => {
    const { slack, clock } = demo()
    const people = ['sanne', 'joris', 'tom'].map(slack.person)
    for (let n = 1; n <= count; n++) {
      people[n % people.length]?.say(lineOf(n), { in: 'general' })
      clock.advance(60_000)
    }
  })

  /** The numbers of the lines that are drawn, from above. */
  const drawn = (page: Page) =>
    page
      .locator('.app-main article .message-body')
      .allTextContents()
      .then((texts) => texts.flatMap((text) => /Line (\d+) of many/.exec(text)?.[1] ?? []).map(Number))
  const list = (page: Page) => page.locator('.app-main .messages-scroll')

  it('opens at the newest and draws only a part of them', async () => {
    const page = await demo().open('priya', general)
    await page.getByText(lineOf(count)).first().waitFor()
    const lines = await drawn(page)
    expect(lines.at(-1)).toBe(count)
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.length).toBeLessThan(200)
  })

  it('leads to the first by scrolling, each once and in order', async () => {
    const page = await demo().open('priya', general)
    await page.getByText(lineOf(count)).first().waitFor()
    await list(page).hover()
    // At every frame, in the page: to ask each time from here takes much longer.
    const reading = page.evaluate(
      (last) =>
        new Promise<{ seen: number; wrong: number[][] }>((done) => {
          const seen = new Set<number>()
          const wrong: number[][] = []
          const look = () => {
            const rows = [...document.querySelectorAll('.app-main article .message-body')]
            const lines = rows.map((row) => Number(/Line (\d+) of/.exec(row.textContent ?? '')?.[1]))
            if (lines.some((line, at) => line !== (lines[0] ?? 0) + at)) wrong.push(lines)
            for (const line of lines) seen.add(line)
            if (lines[0] === 1 || wrong.length > 0) done({ seen: seen.size, wrong })
            else requestAnimationFrame(look)
          }
          look()
          setTimeout(() => done({ seen: seen.size, wrong }), last)
        }),
      patienceMs,
    )
    const first = list(page).getByText(lineOf(1), { exact: true })
    let over = false
    void reading.finally(() => {
      over = true
    })
    while (!over) await page.mouse.wheel(0, -1500)
    expect(await reading, 'each once and in order').toEqual({ seen: count, wrong: [] })
    await first.waitFor()
    await page.getByText('This is the very beginning of #general').waitFor()
    expect((await drawn(page)).length).toBeLessThan(200)

    await page.getByRole('button', { name: 'To the newest' }).click()
    await page.getByText(lineOf(count)).first().waitFor()
    expect((await drawn(page)).at(-1)).toBe(count)
  })

  it('leaves one where one reads when more comes in, and says so', async () => {
    const { slack, open } = demo()
    const page = await open('priya', general)
    await page.getByText(lineOf(count)).first().waitFor()
    await list(page).hover()
    await page.mouse.wheel(0, -3000)
    await page.getByRole('button', { name: 'To the newest' }).waitFor()
    const read = page.getByText(lineOf((await drawn(page))[10] ?? 0), { exact: true })
    await read.scrollIntoViewIfNeeded()
    const at = () => read.evaluate((row) => Math.round(row.getBoundingClientRect().top))
    const before = await at()
    slack.person('maud').say('One more', { in: 'general' })
    const news = page.getByRole('button', { name: 'New messages' })
    await news.waitFor()
    expect(Math.abs((await at()) - before)).toBeLessThan(2)
    await news.click()
    await list(page).getByText('One more').waitFor()
  })
})
