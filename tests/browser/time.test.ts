import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { channels } from '../../src/playground/story/cast.ts'
import { setUpOnly } from '../support/demo.ts'
import { useDemo } from '../support/demo-window.ts'

const hourMs = 3_600_000

describe('the workspace’s time', () => {
  const demo = useDemo({ story: setUpOnly })
  let page: Page
  /** Only the tests and the buttons move it. */
  beforeEach(async () => {
    demo().world.runClock(false)
    page = await demo().open('priya', `/archives/${channels.shared}`)
  })
  const button = (name: string) =>
    page.getByRole('region', { name: 'Time of the workspace' }).getByRole('button', { name })
  const panel = () => page.getByRole('complementary', { name: 'What time passed' })

  it('goes on by an hour', async () => {
    const { clock } = demo()
    const before = clock.now()
    await button('+1 hour').click()
    await panel().getByRole('heading', { name: '1 hour went by' }).waitFor()
    await panel().getByText('Nothing arrived on the way.').waitFor()
    expect(clock.now()).toBe(before + hourMs)
  })

  it('goes on to when one’s own working day begins', async () => {
    await button('Next working morning').click()
    await panel()
      .getByRole('heading', { name: /went by$/ })
      .waitFor()
    expect(await page.locator('.clock').innerText()).toMatch(/Fri 26 February\s+09:0/)
  })

  it('goes on to the next check-in, and tells of all that came on the way, with links that lead there', async () => {
    await button('Next check-in').click()
    const review = panel().getByRole('link', { name: /#marketing-sales: Pipeline review: Monday 1 March/ })
    await review.waitFor()
    await panel()
      .getByText(/direct messages$/)
      .waitFor()
    await page.getByRole('link', { name: 'general' }).click()
    await page.getByRole('heading', { name: 'general', level: 1 }).waitFor()
    await review.click()
    const post = page.getByRole('article').filter({ hasText: 'Pipeline review: Monday 1 March' })
    await post.waitFor()
    expect(await post.evaluate((one) => one === document.activeElement)).toBe(true)

    await button('Next check-in').click()
    await panel()
      .getByRole('link', { name: /Summary of the check-in of 1 March/ })
      .click()
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await thread.getByRole('heading', { name: 'Summary of the check-in of 1 March' }).waitFor()
    await panel().getByRole('button', { name: 'Close' }).click()
    await panel().waitFor({ state: 'hidden' })
  })

  it('jumps to a date, and refuses one that is over in words', async () => {
    const { clock } = demo()
    const before = clock.now()
    await button('Jump to…').click()
    const form = page.getByRole('dialog', { name: 'Let time pass until a date and a time' })
    await form.getByLabel('Date').fill('2027-02-01')
    await form.getByLabel('Time').fill('12:00')
    await form.getByText('Time only goes forward: choose a moment later than now.').waitFor()
    await form.getByLabel('Time').press('Enter')
    expect(clock.now()).toBe(before)

    await form.getByLabel('Date').fill('2027-03-17')
    await form.getByText(/17 March.* from now$/).waitFor()
    await form.getByRole('button', { name: 'Go there' }).click()
    await panel()
      .getByRole('link', { name: /Pipeline review: Monday 15 March/ })
      .first()
      .waitFor()
    await panel()
      .getByRole('heading', { name: /went by$/ })
      .waitFor()
    expect(await page.locator('.clock').innerText()).toMatch(/Wed 17 March\s+12:00/)
  })

  it('stops and runs', async () => {
    const hour = page.locator('.clock')
    await button('Let the clock run').click()
    await button('Stop the clock').waitFor()
    expect(demo().clock.running).toBe(true)
    await button('Stop the clock').click()
    await button('Let the clock run').waitFor()
    expect(demo().clock.running).toBe(false)
    expect(await hour.getAttribute('data-runs')).toBe('false')
  })
})
