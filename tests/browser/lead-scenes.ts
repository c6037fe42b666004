import type { Page } from 'playwright-core'
import type { Language } from '../../src/playground/page/reading.ts'
import { channels } from '../../src/playground/story/cast.ts'
import { goTo, seen, type TakeScene, type Window } from './looking.ts'

const shared = `/archives/${channels.shared}`

/** What Rondo's own words are to a reader of each language. */
const said = {
  en: {
    settings: '/rondo settings',
    checkIns: '/rondo checkin',
    agreements: '/rondo agreements',
    goals: '/rondo goals',
    account: '/rondo account moerdijk',
    change: 'Change',
    save: 'Save',
    compare: 'Compare',
    overTime: 'Over time',
    newCheckIn: 'New check-in',
    choose: 'Choose',
    nextDates: 'The next dates',
  },
  nl: {
    settings: '/rondo instellingen',
    checkIns: '/rondo checkin',
    agreements: '/rondo afspraken',
    goals: '/rondo doelen',
    account: '/rondo klant moerdijk',
    change: 'Wijzigen',
    save: 'Opslaan',
    compare: 'Vergelijken',
    overTime: 'Verloop',
    newCheckIn: 'Nieuwe check-in',
    choose: 'Kiezen',
    nextDates: 'De volgende data',
  },
} as const

/** What the two team leads see of what they lead. The page of both is in Dutch; what Rondo says, in the language of the window. */
export async function leadScenes(leads: Record<Language, Window>, scene: TakeScene): Promise<void> {
  const both = [leads.en, leads.nl]
  for (const { page } of both) await welcomed(page)
  await speaksEnglish(leads.en.page)

  await scene('lead-home', ({ page }) => inHome(page), both)
  await scene('opening', opening, both)
  await scene('columns', columns, both)
  await scene('settings', (window) => typed(window, 'settings'), both)
  await scene('check-ins', (window) => typed(window, 'checkIns'), both)
  await scene('cadence', cadence, both)
  await scene('agreements', (window) => typed(window, 'agreements'), both)
  await scene('agreement-compared', compared, both)
  await scene('goal', goal, both)
  await scene('account', account, both)
  for (const { page } of both) {
    await closed(page)
    await page.close()
  }
}

async function welcomed(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('rondo.welcomed', 'yes'))
}

async function speaksEnglish(page: Page): Promise<void> {
  await inHome(page)
  await page.getByRole('button', { name: said.nl.change, exact: true }).first().click()
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: 'English' }).check()
  await form.getByRole('button', { name: said.nl.save }).click()
  await seen(form.getByText('Saved.'))
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
}

async function inHome(page: Page): Promise<void> {
  await goTo(page, '/app/home')
  await seen(page.getByRole('button', { name: /^(Refresh|Vernieuwen)$/ }))
}

async function opening({ page }: Pick<Window, 'page'>): Promise<void> {
  await goTo(page, shared)
  await seen(page.getByRole('button', { name: /^(Answer|Antwoorden)$/ }).last())
}

/** The summary of the check-in before. */
async function columns({ page }: Window): Promise<void> {
  await page.locator('.app-main .thread-bar').last().click()
  await seen(page.getByText(/Summary of the check-in/).first())
}

type Command = 'settings' | 'checkIns' | 'agreements' | 'goals' | 'account'

async function typed(window: Window, command: Command): Promise<void> {
  await types(window, command, () => replied(window.page, () => window.page.keyboard.press('Enter')))
}

async function account(window: Window): Promise<void> {
  const { page } = window
  await types(window, 'account', () => page.keyboard.press('Enter'))
  await seen(page.getByRole('dialog').getByText('Port of Moerdijk'))
}

async function types({ page, language }: Window, command: Command, send: () => Promise<void>): Promise<void> {
  await closed(page)
  await opening({ page })
  await page.getByRole('textbox').last().fill(said[language][command])
  await send()
}

/** A window that is open is so after a reload, and wherever else they look. */
async function closed(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  while (await dialog.isVisible()) await page.keyboard.press('Escape')
}

/** Waits for what Rondo says to them alone. */
async function replied(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.locator('.app-main [data-key]').last().getAttribute('data-key')
  await act()
  await page.waitForFunction(
    (key) => [...document.querySelectorAll<HTMLElement>('.app-main [data-key]')].at(-1)?.dataset.key !== key,
    before,
  )
}

async function cadence({ page, language }: Window): Promise<void> {
  await page.getByRole('button', { name: said[language].newCheckIn, exact: true }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: said[language].choose }).nth(1).click()
  const dates = page.getByRole('dialog').getByText(said[language].nextDates)
  await seen(dates)
  await dates.scrollIntoViewIfNeeded()
}

async function compared({ page, language }: Window): Promise<void> {
  await page.getByRole('button', { name: said[language].compare, exact: true }).last().click()
  await seen(page.getByRole('dialog'))
}

async function goal(window: Window): Promise<void> {
  await typed(window, 'goals')
  const { page, language } = window
  const button = page.getByRole('button', { name: said[language].overTime, exact: true }).last()
  await replied(page, () => button.click())
  await seen(page.locator('.app-main .chart').last())
}
