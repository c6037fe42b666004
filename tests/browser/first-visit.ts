import type { Locator, Page } from 'playwright-core'

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

/** What things are called in a language. */
export interface Said {
  welcome: RegExp
  answer: string
  question: RegExp
  send: string
  next: string
  summary: RegExp
}

/** From the first page to one's answer in the summary. @returns how many clicks that took */
export async function answerAndRead(page: Page, said: Said, words: string): Promise<number> {
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
