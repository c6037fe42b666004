import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { channels } from '../../src/playground/story/cast.ts'
import { setUpOnly } from '../support/demo.ts'
import { useDemo } from '../support/demo-window.ts'
import { enter, tabTo } from '../support/keyboard.ts'

const shared = `/archives/${channels.shared}`

describe('answering and what stands in forms', () => {
  const demo = useDemo({ story: setUpOnly })
  /** The first review is open and everybody has been asked. */
  const open = Date.parse('2027-03-01T09:05Z')
  beforeEach(async () => {
    const { world, clock } = demo()
    if (clock.now() < open) await world.travel({ instant: open }, 'U01SANNE')
  })

  const inChannel = (page: Page, name: string) =>
    page.getByRole('region', { name: /#marketing-sales$/ }).getByRole('button', { name, exact: true })

  it('takes the answers of somebody who has no mouse', async () => {
    const page = await demo().open('grace', '/app/messages')
    await enter(page, page.getByRole('main').getByRole('button', { name: 'Answer', exact: true }))
    const form = page.getByRole('dialog', { name: 'Pipeline review' })
    await tabTo(page, form.getByRole('textbox', { name: /^Which deals moved/ }))
    await page.keyboard.type('The temps of Leeds want a demo')
    await enter(page, form.getByRole('button', { name: 'Send' }))
    await form.waitFor({ state: 'hidden' })
    await page.getByRole('main').getByText('nothing is waiting for you any more').first().waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')

    await page.goto(page.url().replace('/app/messages', shared))
    await inChannel(page, 'Answer').click()
    expect(await form.getByRole('textbox', { name: /^Which deals moved/ }).inputValue()).toContain('Leeds')
  })

  it.each([
    {
      who: 'tom',
      button: 'Add action',
      title: 'Add an action',
      what: /^What will be done/,
      when: /^By when/,
      add: 'Add',
      required: 'Please complete this required field.',
      past: 'That day has passed.',
    },
    {
      who: 'fleur',
      button: 'Add action',
      title: 'Actiepunt toevoegen',
      what: /^Wat gaat er gebeuren/,
      when: /^Wanneer is het klaar/,
      add: 'Toevoegen',
      required: 'Vul dit verplichte veld in.',
      past: 'Die dag is al voorbij.',
    },
  ])('says under the field what is wrong, first Slack and then Rondo, in the words of $who', async (said) => {
    const page = await demo().open(said.who, shared)
    await inChannel(page, said.button).click()
    const form = page.getByRole('dialog', { name: said.title })
    const what = form.getByRole('textbox', { name: said.what })
    const when = form.getByLabel(said.when)
    const under = async (field: typeof what) => {
      const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? []
      return (await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()))).join(' ')
    }
    const add = form.getByRole('button', { name: said.add, exact: true })

    await add.click()
    await form.getByText(said.required).waitFor()
    expect(await under(what)).toContain(said.required)
    expect(await what.evaluate((field) => field === document.activeElement)).toBe(true)

    await what.fill(`Ring the baker, says ${said.who}`)
    await when.fill('2027-02-20')
    await add.click()
    await form.getByText(said.past).waitFor()
    expect(await under(when)).toContain(said.past)
    expect(await form.getByText(said.required).count()).toBe(0)
    expect(await what.inputValue()).toBe(`Ring the baker, says ${said.who}`)

    await when.fill('2027-03-10')
    await add.click()
    await form.waitFor({ state: 'hidden' })
    await page
      .getByRole('region', { name: /#marketing-sales$/ })
      .getByText(`Ring the baker, says ${said.who}`)
      .waitFor()
  })

  it('forgets what was typed in a window that is closed without sending it', async () => {
    const page = await demo().open('callum', shared)
    const form = page.getByRole('dialog', { name: 'Pipeline review' })
    const deals = form.getByRole('textbox', { name: /^Which deals moved/ })
    for (const leave of [
      () => page.keyboard.press('Escape'),
      () => form.getByRole('button', { name: 'Close' }).first().click(),
      () => form.getByRole('button', { name: 'Close' }).last().click(),
    ]) {
      await inChannel(page, 'Answer').click()
      expect(await deals.inputValue()).toBe('')
      await deals.fill('Not meant for anybody')
      await leave()
      await form.waitFor({ state: 'hidden' })
    }
    expect(demo().slack.person('callum').modals).toEqual([])
  })

  it('says so under the form when all of it is left empty', async () => {
    const page = await demo().open('maud', shared)
    await inChannel(page, 'Answer').click()
    const form = page.getByRole('dialog', { name: 'Pipelineoverleg' })
    await form.getByRole('button', { name: 'Versturen' }).click()
    await form.getByText('Vul minstens één antwoord in.').waitFor()
    expect(await form.getByRole('textbox').first().getAttribute('aria-invalid')).toBe('true')
  })
})
