import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { channels } from '../../src/playground/story/cast.ts'
import { setUpOnly } from '../support/demo.ts'
import { useDemo } from '../support/demo-window.ts'

const shared = `/archives/${channels.shared}`
const messages = (page: Page) => page.getByRole('region', { name: /#marketing-sales$/ })

describe('several people', () => {
  const demo = useDemo({ story: setUpOnly })
  const open = Date.parse('2027-03-01T09:05Z')
  beforeEach(async () => {
    const { world, clock } = demo()
    if (clock.now() < open) await world.travel({ instant: open }, 'U01SANNE')
  })

  it('are one click from each other, each with a language and a clock of their own', async () => {
    const page = await demo().open('priya', shared)
    const clock = () => page.locator('.clock').innerText()
    expect(await clock()).toMatch(/^Mon 1 March\s+09:/)
    await page.getByRole('button', { name: 'You are Priya Nair' }).click()
    await page.getByRole('button', { name: /^Noor el Amrani/ }).click()
    await page.getByRole('button', { name: 'Je bent Noor el Amrani' }).waitFor()
    expect(await clock()).toMatch(/^ma 1 maart\s+10:/)
    expect(page.url()).toContain('as=U12NOOR')
    await page.getByRole('textbox', { name: 'Bericht aan #marketing-sales' }).waitFor()

    await page.goBack()
    await page.getByRole('button', { name: 'You are Priya Nair' }).waitFor()
    expect(await clock()).toMatch(/^Mon 1 March\s+09:/)
  })

  it('open each other’s windows beside their own', async () => {
    const page = await demo().open('priya', shared)
    await page.getByRole('button', { name: 'You are Priya Nair' }).click()
    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Open as Tom Ashworth in a new window' }).click(),
    ])
    await beside.getByRole('button', { name: 'You are Tom Ashworth' }).waitFor()
    expect(await page.getByRole('button', { name: 'You are Priya Nair' }).isVisible()).toBe(true)
  })

  it('see at once what another does', async () => {
    const [tom, noor] = await Promise.all([demo().open('tom', shared), demo().open('noor', shared)])
    await messages(noor).getByText('0 of 12 answered').waitFor()
    await messages(tom).getByRole('button', { name: 'Answer', exact: true }).click()
    const form = tom.getByRole('dialog', { name: 'Pipeline review' })
    await form.getByRole('textbox').first().fill('Two lorries moved')
    await form.getByRole('button', { name: 'Send' }).click()
    await messages(noor).getByText('1 of 12 answered').waitFor()
    await messages(tom).getByText('1 of 12 answered').waitFor()
  })

  it('see what is only for them, and nobody else does', async () => {
    const [tom, noor] = await Promise.all([demo().open('tom', shared), demo().open('noor', shared)])
    const composer = tom.getByRole('textbox', { name: 'Message #marketing-sales' })
    await composer.fill('/rondo checkin')
    await composer.press('Enter')
    await messages(tom).getByText('Only visible to you').waitFor()
    await composer.fill('Anybody near Leeds?')
    await composer.press('Enter')
    // Comes later than that, so that would have come too.
    await messages(noor).getByText('Anybody near Leeds?').waitFor()
    expect(await noor.getByText('Alleen zichtbaar voor jou').count()).toBe(0)
    expect(await messages(tom).getByText('Only visible to you').count()).toBe(1)
  })

  it('see what they have not read until they have', async () => {
    const { slack } = demo()
    const page = await demo().open('joris', '/archives/C04GENERAL')
    const sidebar = page.getByRole('navigation', { name: 'Kanalen en mensen' })
    const unread = sidebar.getByRole('link', { name: /^marketing , .*ongelezen/ })
    expect(await unread.count()).toBe(0)
    slack.person('maud').say('Film two is shorter', { in: channels.marketing })
    await unread.waitFor()
    slack.person('maud').say('Ask <@U02JORIS> about film three', { in: channels.marketing })
    await sidebar.getByRole('link', { name: /^marketing 1? ?, 2 ongelezen berichten/ }).waitFor()

    await unread.click()
    await page.getByRole('region', { name: 'Berichten in #marketing' }).getByText('Film two is shorter').waitFor()
    await page.getByText('Nieuw', { exact: true }).waitFor()
    await unread.waitFor({ state: 'hidden' })
  })
})
