import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useDemo } from '../support/demo-window.ts'

/** Presses things and counts that. */
function counting() {
  let clicks = 0
  return {
    press: async (what: Locator) => {
      clicks += 1
      await what.click()
    },
    clicks: () => clicks,
  }
}

interface Said {
  welcome: RegExp
  answer: string
  question: RegExp
  send: string
  next: string
  summary: RegExp
}

/** From the first page to one's answer in the summary. @returns how many clicks that took */
async function answerAndRead(page: Page, said: Said, words: string): Promise<number> {
  const { press, clicks } = counting()
  await press(page.getByRole('button', { name: said.welcome }))
  await press(page.getByRole('main').getByRole('button', { name: said.answer, exact: true }).last())
  await page.getByRole('textbox', { name: said.question }).fill(words)
  await press(page.getByRole('dialog').getByRole('button', { name: said.send }))
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await press(page.getByRole('banner').getByRole('button', { name: said.next }))
  await press(page.getByRole('complementary').getByRole('link', { name: said.summary }).last())
  await page.getByRole('complementary', { name: 'Thread' }).getByText(words).waitFor()
  return clicks()
}

describe('a first visit', () => {
  const demo = useDemo()

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
