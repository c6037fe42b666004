import type { Browser } from 'playwright-core'
import { words } from '../../src/playground/page/controls/words.ts'
import type { Language } from '../../src/playground/page/reading.ts'
import { channels } from '../../src/playground/story/cast.ts'
import { leadScenes } from './lead-scenes.ts'
import { goTo, seen, type TakeScene, type Window } from './looking.ts'

const themes = ['light', 'dark'] as const
const desk = { width: 1280, height: 800 }
/** High enough for what is long: nothing is cut that one would scroll to. */
const tall = { width: 1280, height: 1500 }
const phone = { width: 390, height: 844 }
/** One of each language who has not answered yet when the story ends. */
const readers = { en: 'U03PRIYA', nl: 'U05DAAN' } as const
/** The team leads. Both read Dutch; one of them chooses English from Rondo. */
const leads = { en: 'U01SANNE', nl: 'U05DAAN' } as const
/** What Rondo's own buttons say. */
const rondo = { answer: /^(Answer|Antwoorden)$/, late: /I could not open this check-in/ }

export interface Picture {
  scene: string
  language: Language
  theme: (typeof themes)[number]
  png: Uint8Array
}

interface Taking {
  browser: Browser
  /** Of a demo whose story is told, and in which nobody did anything yet. */
  url: string
  keep(picture: Picture): void
}

/** Goes through the main screens, with a reader of each language side by side, and leaves an empty workspace. */
export async function takePictures({ browser, url, keep }: Taking): Promise<void> {
  const open = async (
    language: Language,
    viewport: typeof desk,
    person: string = readers[language],
  ): Promise<Window> => {
    const page = await browser.newPage({
      viewport,
      locale: language === 'nl' ? 'nl-NL' : 'en-GB',
      reducedMotion: 'reduce',
    })
    await page.goto(`${url}/?as=${person}`)
    return { page, language, say: words[language] }
  }
  const take = async (scene: string, windows: Window[]) => {
    for (const { page, language } of windows) {
      // Nothing is pointed at.
      await page.mouse.move(0, 0)
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme })
        keep({ scene, language, theme, png: await page.screenshot() })
      }
    }
  }
  const desks = [await open('en', desk), await open('nl', desk)]
  const phones = [await open('en', phone), await open('nl', phone)]
  const scene: TakeScene = async (name, set, windows = desks) => {
    for (const window of windows) await set(window)
    await take(name, windows)
  }
  const [first] = desks
  if (!first) return

  await scene('welcome', ({ page, say }) => seen(page.getByRole('region', { name: say.introduction.title })))
  await scene('review', welcomed)
  await scene('summary', summary)
  await scene('answer', answering)
  await scene('messages', async ({ page }) => {
    await page.keyboard.press('Escape')
    await goTo(page, '/app/messages')
    await seen(page.getByRole('button', { name: rondo.answer }).last())
  })
  await scene('home', async ({ page }) => {
    await goTo(page, '/app/home')
    await seen(page.getByRole('button', { name: rondo.answer }).first())
  })
  await scene('phone-review', welcomed, phones)
  await scene('phone-answer', answering, phones)
  await scene(
    'phone-summary',
    async (window) => {
      await window.page.keyboard.press('Escape')
      await summary(window)
    },
    phones,
  )

  await leadScenes({ en: await open('en', tall, leads.en), nl: await open('nl', tall, leads.nl) }, scene)

  for (const window of desks) await inReview(window)
  await pass(first, 'occurrence')
  await scene('time', ({ page }) => seen(page.locator('.journey[data-over=true] a').first()))

  for (const window of desks) await closeJourney(window)
  await trouble(first)
  await first.page.getByRole('switch', { name: first.say.trouble.outage.name }).click()
  await first.page.keyboard.press('Escape')
  await pass(first, 'occurrence')
  await pass(first, 'hour')
  await scene('trouble', async (window) => {
    await closeJourney(window)
    await trouble(window)
  })

  for (const { page } of desks) await page.keyboard.press('Escape')
  await first.page.getByRole('button', { name: first.say.warnings.lift.outage }).click()
  await scene('late', ({ page }) => seen(page.getByText(rondo.late), 60_000))
  await scene('traffic', async ({ page, say }) => {
    await goTo(page, '/traffic')
    await page.getByRole('searchbox', { name: say.traffic.filter }).fill('chat.postMessage')
    const row = page.getByRole('button', { name: /chat\.postMessage/ }).last()
    await row.click()
    await seen(row)
  })

  await first.page.getByRole('button', { name: first.say.more.name, exact: true }).click()
  await first.page.getByRole('button', { name: first.say.more.empty.name }).click()
  await first.page.getByRole('dialog').getByRole('button', { name: first.say.more.empty.yes }).click()
  await scene('set-up', async ({ page, language }) => {
    await goTo(page, `/archives/${channels.shared}`)
    await page.getByRole('textbox').fill(language === 'nl' ? '/rondo instellen' : '/rondo setup')
    await page.keyboard.press('Enter')
    await seen(page.getByRole('dialog'))
  })
}

async function welcomed({ page, say }: Window): Promise<void> {
  await page
    .getByRole('region', { name: say.introduction.title })
    .getByRole('button', { name: say.introduction.dismiss })
    .click()
  await seen(page.getByRole('button', { name: rondo.answer }).last())
}

/** The summary that the last review came to, beside what is open now. */
async function summary({ page }: Window): Promise<void> {
  await page.locator('.app-main .thread-bar').last().click()
  await seen(
    page
      .getByRole('heading', { name: /Summary of the check-in/ })
      .or(page.getByText(/Summary of the check-in/))
      .first(),
  )
}

async function answering({ page }: Window): Promise<void> {
  const close = page.locator('.thread .channel-head button')
  if (await close.isVisible()) await close.click()
  await page.getByRole('button', { name: rondo.answer }).last().click()
  await seen(page.getByRole('dialog').getByRole('textbox').first())
}

async function inReview({ page }: Window): Promise<void> {
  await goTo(page, `/archives/${channels.shared}`)
  await seen(page.getByRole('button', { name: rondo.answer }).last())
}

/** Lets time pass, and waits until it has. */
async function pass({ page, say }: Window, way: 'occurrence' | 'hour'): Promise<void> {
  const panel = page.locator('.journey')
  const before = (await panel.isVisible()) ? await panel.innerText() : ''
  const button = page.getByRole('button', { name: say.time[way].long, exact: true })
  await button.click()
  await page.waitForFunction(
    (was) => {
      const now = document.querySelector<HTMLElement>('.journey[data-over=true]')
      return now !== null && now.innerText !== was
    },
    before,
    { timeout: 60_000 },
  )
}

async function closeJourney({ page, say }: Window): Promise<void> {
  await page.locator('.journey').getByRole('button', { name: say.journey.close }).click()
}

async function trouble({ page, say }: Window): Promise<void> {
  await page.getByRole('button', { name: say.trouble.button, exact: true }).click()
  await seen(page.getByRole('dialog', { name: say.trouble.name }))
}
