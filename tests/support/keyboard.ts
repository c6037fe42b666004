import type { Locator, Page } from 'playwright-core'

/** So many stops at most one takes to get anywhere on the page. */
const patience = 80

/** Presses Tab until the focus is there. @throws when one comes round without having been there */
export async function tabTo(page: Page, there: Locator): Promise<void> {
  await there.first().waitFor()
  for (let n = 0; n < patience; n++) {
    if (await hasFocus(there)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${there}.`)
}

/** Presses Tab until the focus is there, and Enter. */
export async function enter(page: Page, there: Locator): Promise<void> {
  await tabTo(page, there)
  await page.keyboard.press('Enter')
}

/** Types what a select is to be filtered by and takes the first that is left. */
export async function select(page: Page, there: Locator, words: string): Promise<void> {
  await tabTo(page, there)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(words)
  await page.getByRole('option', { name: words }).first().waitFor()
  await page.keyboard.press('Enter')
}

async function hasFocus(there: Locator): Promise<boolean> {
  return (await there.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) === true
}
