import { source } from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe-core holds serious or critical on the page as it is now, each with where it stands. */
export async function grave(page: Page): Promise<string[]> {
  // Not as a script tag: the page allows none but its own.
  await page.evaluate(source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    // What is on its way in or out has not its own colours.
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.any[0]?.message ?? ''})`),
      )
  })
}
