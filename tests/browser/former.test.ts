import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { channels } from '../../src/playground/story/cast.ts'
import { setUpOnly } from '../support/demo.ts'
import { useDemo } from '../support/demo-window.ts'

const shared = `/archives/${channels.shared}`
const composer = (page: Page) => page.locator('.app-main .composer-field')

async function become(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `You are ${from}` }).click()
  await page.getByRole('button', { name: new RegExp(`^${to}`) }).click()
}

describe('a window that looks through other eyes', () => {
  const demo = useDemo({ story: setUpOnly })

  it('keeps for each person what they began to write', async () => {
    const page = await demo().open('priya', shared)
    await composer(page).fill('Half a thought')
    await become(page, 'Priya Nair', 'Tom Ashworth')
    await page.getByRole('button', { name: 'You are Tom Ashworth' }).waitFor()
    expect(await composer(page).inputValue()).toBe('')
    await become(page, 'Tom Ashworth', 'Priya Nair')
    await page.getByRole('button', { name: 'You are Priya Nair' }).waitFor()
    expect(await composer(page).inputValue()).toBe('Half a thought')
  })

  it('lets those act whom one sees, until the others are there', async () => {
    const { slack, open } = demo()
    const page = await open('priya', shared)
    const { promise: kept, resolve: letGo } = Promise.withResolvers<void>()
    await page.routeWebSocket(/as=U07TOM/, (window) => {
      const server = window.connectToServer()
      server.onMessage((update) => void kept.then(() => window.send(update)))
    })
    // What is routed is only what a page opens from its beginning.
    await page.reload()
    await composer(page).fill('Says Priya')
    await become(page, 'Priya Nair', 'Tom Ashworth')
    await composer(page).press('Enter')
    await slack.until(() => slack.messages(channels.shared).some(({ text }) => text === 'Says Priya'))
    expect(slack.messages(channels.shared).at(-1)?.user).toBe('U03PRIYA')
    letGo()
    await page.getByRole('button', { name: 'You are Tom Ashworth' }).waitFor()
  })
})

describe('a window in which somebody else starts over', () => {
  const demo = useDemo({ story: setUpOnly })

  it('shows nothing of before, and greets the app anew', async () => {
    const { world, open } = demo()
    const [channel, home] = await Promise.all([open('priya', shared), open('tom', '/app/home')])
    await home.locator('.app-view-home').waitFor()
    await world.runBot(false)
    await composer(channel).fill('/rondo help')
    await composer(channel).press('Enter')
    const answer = channel.locator('.message[data-trouble=true]')
    await answer.waitFor()

    await world.startOver({ empty: true })
    await answer.waitFor({ state: 'detached' })
    await home.locator('.app-view-home').waitFor()
  })
})
