import type { Locator, Page } from 'playwright-core'
import type { words } from '../../src/playground/page/controls/words.ts'
import type { Language } from '../../src/playground/page/reading.ts'

export interface Window {
  page: Page
  language: Language
  say: (typeof words)[Language]
}

/** Sets a scene in each window, one after the other, and keeps pictures of all. */
export type TakeScene = (name: string, set: (window: Window) => Promise<void>, windows?: Window[]) => Promise<void>

/** @param path within the demo; the person stays the same */
export async function goTo(page: Page, path: string): Promise<void> {
  const url = new URL(page.url())
  url.pathname = path
  url.searchParams.delete('thread_ts')
  await page.goto(url.href)
}

export async function seen(what: Locator, timeout = 15_000): Promise<void> {
  await what.waitFor({ state: 'visible', timeout })
}
