import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { channels } from '../../src/playground/story/cast.ts'
import { grave } from '../support/axe.ts'
import { useDemo, type Windows } from '../support/demo-window.ts'
import { foreignToDutch, sameInBoth, spoken } from '../support/spoken.ts'
import { answerAndRead, type Said } from './first-visit.ts'

const shared = `/archives/${channels.shared}`
const general = '/archives/C04GENERAL'

/** What is called the same in English and in Dutch. */
const same = [
  '1 item',
  'APP',
  'Apps',
  'Check-in',
  'Details',
  'Filter',
  'Home',
  'Rondo → Slack',
  'Segment',
  'Slack → Rondo',
  'Thread',
  'Video',
  'ok',
  '§ items',
]

describe('the story, read', () => {
  const demo = useDemo()

  describe('messages', () => {
    it('have threads beside them, in which one answers', async () => {
      const page = await demo().open('priya', general)
      await page.getByRole('link', { name: /^2 replies/ }).click()
      const thread = page.getByRole('complementary', { name: 'Thread' })
      await thread.getByText('There is one piece missing already.').waitFor()
      await thread.getByRole('textbox', { name: 'Reply…' }).fill('I sat on it')
      await page.keyboard.press('Enter')
      await thread.getByRole('region', { name: 'Thread' }).getByText('I sat on it').waitFor()
      await page
        .getByRole('main')
        .getByRole('link', { name: /^3 replies/ })
        .first()
        .waitFor()
      await page.keyboard.press('Escape')
      await thread.waitFor({ state: 'hidden' })
      expect(await page.getByRole('main').getByText('I sat on it').count()).toBe(0)
    })

    it('get reactions, which go again', async () => {
      const page = await demo().open('priya', general)
      const message = page.getByRole('article').filter({ hasText: 'The clocks go forward' })
      await message.hover()
      await message.getByRole('button', { name: 'Add a reaction' }).first().click()
      await page.getByRole('searchbox', { name: 'Find an emoji' }).fill('tada')
      await page.getByRole('dialog', { name: 'Add a reaction' }).getByRole('button', { name: /tada/ }).first().click()
      const reaction = message.getByRole('button', { name: /reacted with :tada:$/ })
      await reaction.click()
      await reaction.waitFor({ state: 'hidden' })
    })

    it('are led to by their links, and one comes back', async () => {
      const page = await demo().open('priya', general)
      const message = page.getByRole('article').filter({ hasText: 'From Monday on Rondo asks' })
      const link = await message.getByRole('link').first().getAttribute('href')
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await message.hover()
      await message.getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: 'Copy link' }).click()
      await page.getByRole('status').getByText('The link is copied.').waitFor()
      const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()))
      expect(link).toContain(copied.pathname)

      await page.goto(`${copied.href}?as=U07TOM`)
      await message.waitFor()
      await expect.poll(() => message.evaluate((one) => one === document.activeElement)).toBe(true)
      await page.getByRole('link', { name: /^sales/ }).click()
      await page.getByRole('heading', { name: 'sales', level: 1 }).waitFor()
      await page.goBack()
      await page.getByRole('heading', { name: 'general', level: 1 }).waitFor()
      await page.goForward()
      await page.getByRole('heading', { name: 'sales', level: 1 }).waitFor()
    })

    it('that are higher than the window are read in their thread from the head', async () => {
      const page = await demo().open('priya', shared)
      const review = page.getByRole('article').filter({ hasText: 'Pipeline review: Tuesday 30 March' })
      await review.getByRole('link', { name: /^1 reply/ }).click()
      const thread = page.getByRole('complementary', { name: 'Thread' })
      const heading = thread.getByRole('heading', { name: 'Summary of the check-in of 30 March' })
      await heading.waitFor()
      const top = async (what: Locator) => (await what.boundingBox())?.y ?? 0
      const edge = await top(thread.getByRole('region', { name: 'Thread' }))
      await expect.poll(async () => (await top(heading)) - edge).toBeGreaterThan(0)
      expect((await top(heading)) - edge).toBeLessThan(120)
    })

    it('are met with a word of welcome, which Escape ends for good', async () => {
      const page = await demo().open('priya', '/', { newcomer: true })
      const welcome = page.getByRole('region', { name: 'Welcome to Rondo’s playground' })
      await welcome.waitFor()
      await page.keyboard.press('Escape')
      await welcome.waitFor({ state: 'hidden' })
      await page.reload()
      await page.getByRole('heading', { name: 'marketing-sales', level: 1 }).waitFor()
      expect(await welcome.count()).toBe(0)
    })

    it('of early weeks are shown at their links, with the summary in its thread', async () => {
      const page = await demo().open('priya', shared)
      const early = page.getByRole('article').filter({ hasText: 'Pipeline review: Monday 1 March' })
      await early.getByRole('link', { name: /^1 reply/ }).click()
      const thread = page.getByRole('complementary', { name: 'Thread' })
      await thread.getByRole('heading', { name: 'Summary of the check-in of 1 March' }).waitFor()
      await page.reload()
      await thread.getByRole('heading', { name: 'Summary of the check-in of 1 March' }).waitFor()
    })
  })

  it('speaks Dutch throughout to somebody who does', async () => {
    const page = await demo().open('sanne', '/', { newcomer: true })
    const seen: string[] = []
    const look = async () => void seen.push(...(await spoken(page)))
    await look()
    await page.getByRole('button', { name: 'Begrepen' }).last().click()
    for (const menu of ['Je bent Sanne de Wit', 'Storing', 'Meer', 'Spring naar…']) {
      await page.getByRole('banner').getByRole('button', { name: menu, exact: true }).click()
      await page.locator('.menu-panel').waitFor()
      await look()
      await page.keyboard.press('Escape')
    }
    for (const path of [shared, general, '/app/home', '/app/messages', '/traffic']) {
      await page.goto(`${demo().slack.url}${path}?as=sanne`)
      await page.getByRole('main').waitFor()
      if (path === general) {
        await page.getByRole('article').last().hover()
        await page.getByRole('button', { name: 'Meer acties' }).click()
      }
      await look()
    }
    expect(seen.length).toBeGreaterThan(100)
    expect([...new Set(seen)].filter(foreignToDutch())).toEqual([])
    // Whoever adds one knows that it is the same in Dutch.
    expect(sameInBoth()).toEqual(same)
  })

  describe('on a phone', () => {
    const phone = { phone: true }
    const fits = async (page: Page) =>
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        'scrolls sideways',
      ).toBe(0)

    it('has its channels, threads, windows and time within reach, and nothing scrolls sideways', async () => {
      const page = await demo().open('priya', general, phone)
      await fits(page)
      await page.getByRole('button', { name: 'Channels and people' }).click()
      await fits(page)
      await page
        .getByRole('navigation', { name: 'Channels and people' })
        .getByRole('link', { name: /^marketing-sales/ })
        .click()
      await page.getByRole('heading', { name: 'marketing-sales', level: 1 }).waitFor()
      await fits(page)

      await page
        .getByRole('link', { name: /^\d+ repl/ })
        .last()
        .click()
      const thread = page.getByRole('complementary', { name: 'Thread' })
      await thread.getByRole('heading', { name: /^Content planning/ }).waitFor()
      await fits(page)
      await thread.getByRole('button', { name: 'Close thread' }).click()

      await page.getByRole('button', { name: 'Answer', exact: true }).last().click()
      const form = page.getByRole('dialog', { name: 'Pipeline review' })
      await form.getByRole('button', { name: 'Send' }).waitFor()
      await fits(page)
      await form.getByRole('button', { name: 'Close' }).last().click()
      await form.waitFor({ state: 'hidden' })

      const time = page.getByRole('region', { name: 'Time of the workspace' })
      for (const name of [/check-in$/i, /morning$/i, /^\+1 h/, /^Jump/]) {
        const box = await time.getByRole('button', { name }).boundingBox()
        expect(box, String(name)).toBeTruthy()
        expect(box && box.x >= 0 && box.x + box.width <= 390, `${name} is in view`).toBe(true)
      }
      await page.getByRole('banner').getByRole('button', { name: 'Trouble' }).click()
      await fits(page)
    })
  })

  it.each([
    { person: 'priya', dark: false },
    { person: 'sanne', dark: true },
  ])('has nothing serious against it for $person, dark: $dark', async ({ person, dark }) => {
    const windows = demo()
    const page = await windows.open(person, '/', { dark, newcomer: true })
    const found: Record<string, string[]> = {}
    const check = async (screen: string) => {
      const complaints = await grave(page)
      if (complaints.length > 0) found[screen] = complaints
    }
    await check('welcome')
    await page.keyboard.press('Escape')
    for (const path of [shared, '/app/home', '/app/messages', '/traffic']) {
      await goTo(windows, page, path, person)
      // A row is like the next, and there are five hundred.
      if (path === '/traffic') await page.getByRole('searchbox').fill('views.publish')
      await check(path)
    }
    await goTo(windows, page, shared, person)
    await page.locator('.thread-bar').last().click()
    await page.locator('.thread article').last().waitFor()
    await check('thread')
    for (const name of ['people', 'trouble', 'more']) {
      await page.locator(`.${name} > button`).click()
      await page.locator('.menu-panel').waitFor()
      await check(name)
      await page.keyboard.press('Escape')
    }
    await page.locator('.app-main .button').last().click()
    await page.locator('dialog.modal').waitFor()
    await check('modal')
    await page.keyboard.press('Escape')
    expect(found).toEqual({})
  })

  // Last, for time goes on in it.
  describe('a first visit', () => {
    it('leads from the first page to one’s own answer in the summary in at most eight clicks', async () => {
      const page = await demo().open('', '/', { newcomer: true })
      expect(await page.getByRole('button', { name: 'You are Priya Nair' }).isVisible()).toBe(true)
      const said: Said = {
        welcome: /^Answer Rondo/,
        answer: 'Answer',
        question: /What do you need/,
        send: 'Send',
        next: 'Next check-in',
        summary: /Summary/,
      }
      expect(await answerAndRead(page, said, 'A customer who likes a camera')).toBeLessThanOrEqual(8)
    })

    it('does so in Dutch for somebody whose browser speaks Dutch', async () => {
      const { world, open } = demo()
      await world.travel({ instant: Date.parse('2027-04-12T08:05Z') }, 'U01SANNE')
      const page = await open('', '/', { newcomer: true, locale: 'nl-NL' })
      expect(await page.getByRole('button', { name: 'Je bent Sanne de Wit' }).isVisible()).toBe(true)
      const said: Said = {
        welcome: /^Geef Rondo antwoord/,
        answer: 'Antwoorden',
        question: /nodig/,
        send: 'Versturen',
        next: 'Volgende check-in',
        summary: /Summary/,
      }
      expect(await answerAndRead(page, said, 'Een klant die van camera’s houdt')).toBeLessThanOrEqual(8)
    })
  })
})

async function goTo({ slack }: Windows, page: Page, path: string, person: string): Promise<void> {
  await page.goto(`${slack.url}${path}?as=${person}`)
  await page.locator('.app[data-here=true]').waitFor()
}
