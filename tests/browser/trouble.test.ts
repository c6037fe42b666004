import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { channels } from '../../src/playground/story/cast.ts'
import { call } from '../playground/call.ts'
import { setUpOnly } from '../support/demo.ts'
import { useDemo } from '../support/demo-window.ts'

describe('trouble', () => {
  const demo = useDemo({ story: setUpOnly })
  let page: Page
  beforeEach(async () => {
    page = await demo().open('priya', `/archives/${channels.shared}`)
  })
  const messages = () => page.getByRole('region', { name: 'Messages in #marketing-sales' })
  const posts = (date: string) =>
    messages()
      .getByRole('article')
      .filter({ hasText: `Pipeline review: Monday ${date}` })
  const inHeader = (name: string) => page.getByRole('banner').getByRole('button', { name })
  const trouble = () => page.getByRole('dialog', { name: 'What goes wrong' })
  const passed = () =>
    page.getByRole('complementary', { name: 'What time passed' }).getByRole('heading', { name: /went by$/ })
  const say = async (words: string) => {
    const composer = page.getByRole('textbox', { name: 'Message #marketing-sales' })
    await composer.fill(words)
    await composer.press('Enter')
  }
  /** All that was said before has arrived, and nothing more is on its way. */
  const rest = async (line: string) => {
    await demo().slack.settled()
    await say(line)
    await messages().getByText(line).waitFor()
  }

  it('of Slack itself ends with the post there once, saying that it is late', async () => {
    await inHeader('Trouble').click()
    await trouble().getByRole('switch', { name: 'Slack is down' }).click()
    await page.getByRole('status', { name: 'What is wrong at the moment' }).getByText('Slack is down').waitFor()
    await page.keyboard.press('Escape')
    await inHeader('Next check-in').click()
    await passed().waitFor()
    await inHeader('+1 hour').click()
    await page.getByRole('heading', { name: '1 hour went by' }).waitFor()
    expect(await posts('1 March').count()).toBe(0)

    await inHeader('Bring it back').click()
    await page.getByText('Slack is down').waitFor({ state: 'hidden' })
    // Rondo has waited longer each time, and asks again after a while.
    await inHeader('+1 hour').click()
    await posts('1 March').waitFor()
    await posts('1 March').getByText('I could not open this check-in on').waitFor()
    await rest('One and no more?')
    expect(await posts('1 March').count()).toBe(1)
  })

  it('with an answer that gets lost leaves one post', async () => {
    await inHeader('Trouble').click()
    await trouble().getByRole('button', { name: 'Lose the next answer' }).click()
    await trouble().getByText('1 waiting').waitFor()
    await page.keyboard.press('Escape')
    await inHeader('Jump to…').click()
    const form = page.getByRole('dialog', { name: 'Let time pass until a date and a time' })
    await form.getByLabel('Date').fill('2027-03-08')
    await form.getByLabel('Time').fill('09:30')
    await form.getByRole('button', { name: 'Go there' }).click()
    await posts('8 March').waitFor()
    await passed().waitFor()
    await rest('Still one?')
    expect(await posts('8 March').count()).toBe(1)
    expect(demo().world.card('U03PRIYA').trouble.lostAnswers).toBe(0)
  })

  it('with the connection does not reach who clicks afterwards', async () => {
    await inHeader('Trouble').click()
    await trouble().getByRole('button', { name: 'Drop the connection' }).click()
    await page.keyboard.press('Escape')
    await say('/rondo actions')
    await messages().getByText('Only visible to you').last().waitFor()
    await messages().getByRole('button', { name: 'Add action' }).last().click()
    const form = page.getByRole('dialog', { name: 'Add an action' })
    await form.getByRole('button', { name: 'Close' }).last().click()
    await form.waitFor({ state: 'hidden' })
  })

  it('with the bot is what people see when they click, until it is started again', async () => {
    const answer = () => messages().getByRole('button', { name: 'Answer', exact: true }).last()
    await inHeader('Trouble').click()
    await trouble().getByRole('button', { name: 'Stop the bot' }).click()
    await trouble().getByRole('button', { name: 'Start it again' }).waitFor()
    await page.keyboard.press('Escape')
    await answer().click()
    await messages().getByText('This app responded with an error.').waitFor()

    await inHeader('Start it again').click()
    await page.getByText('Rondo is stopped').waitFor({ state: 'hidden' })
    await answer().click()
    const form = page.getByRole('dialog', { name: 'Pipeline review' })
    await form.getByRole('button', { name: 'Close' }).last().click()
    await form.waitFor({ state: 'hidden' })
  })

  it('that the stand-in complains of stands in the traffic', async () => {
    await page.goto(page.url().replace(/archives\/\w+/, 'traffic'))
    const rows = page.getByRole('region', { name: 'Traffic' }).getByRole('listitem')
    await rows.filter({ hasText: 'users.info' }).first().waitFor()
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]
    await call(demo().slack, 'chat.postMessage', { channel: channels.shared, text: 'Too long', blocks })
    const complaint = rows.filter({ hasText: 'invalid_blocks' })
    await complaint.waitFor()
    await page.getByRole('checkbox', { name: 'Complaints only' }).check()
    await rows.filter({ hasText: 'users.info' }).first().waitFor({ state: 'hidden' })
    await complaint.getByRole('button').first().click()
    await complaint.getByText('[json-pointer:/blocks/0/text/text]').first().waitFor()
  })
})
