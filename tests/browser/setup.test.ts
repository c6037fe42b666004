import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { channels } from '../../src/playground/story/cast.ts'
import { setUpOnly } from '../support/demo.ts'
import { useDemo } from '../support/demo-window.ts'
import { enter, select, tabTo } from '../support/keyboard.ts'

const shared = `/archives/${channels.shared}`

/** Types a command; the list of commands completes it. */
async function complete(page: Page, typed: string, command: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: 'Bericht aan' })
  await tabTo(page, composer)
  await page.keyboard.type(typed)
  await page.getByRole('option', { name: command, selected: true }).waitFor()
  await page.keyboard.press('Tab')
  expect((await composer.inputValue()).trim()).toBe(command)
  await page.keyboard.press('Enter')
}

/** Short, for it is told anew when one starts over. */
const untilTheFirstReview = [...setUpOnly, { date: '2027-03-01', time: '10:05', play: async () => undefined }]

describe('an empty workspace', () => {
  const demo = useDemo({ empty: true, story: untilTheFirstReview })

  it('is set up with the keyboard alone, in three steps that lie on each other, and gets its first check-in', async () => {
    const page = await demo().open('sanne', shared)
    await complete(page, '/ron', '/rondo')
    await page.getByText('Zet er in drie stappen een op').first().waitFor()
    await complete(page, '/rondo instelle', '/rondo instellen')

    const step = (title: string) => page.getByRole('dialog', { name: title })
    const first = step('Opzet: kanalen (1/3)')
    const name = first.getByRole('textbox', { name: 'Hoe noem je deze samenwerking?' })
    await tabTo(page, name)
    await page.keyboard.type('Fernhill samen')
    const chosen = { marketing: 'marketing', sales: 'sales', shared: 'marketing-sales' }
    await select(page, first.getByRole('combobox', { name: 'Kanaal van marketing' }), chosen.marketing)
    await select(page, first.getByRole('combobox', { name: 'Kanaal van sales' }), chosen.sales)
    await select(page, first.getByRole('combobox', { name: 'Gedeeld kanaal' }), chosen.shared)
    await enter(page, first.getByRole('button', { name: 'Volgende' }))

    const second = step('Opzet: mensen (2/3)')
    const lead = second.getByRole('combobox', { name: /Teamlead/ })
    await lead.first().waitFor()
    await page.keyboard.press('Escape')
    await first.waitFor()
    expect(await name.inputValue()).toBe('Fernhill samen')
    await enter(page, first.getByRole('button', { name: 'Volgende' }))

    await select(page, lead.first(), 'Sanne de Wit')
    await select(page, lead.last(), 'Daan Mulder')
    await enter(page, second.getByRole('button', { name: 'Volgende' }))
    await enter(page, step('Opzet: werktijden (3/3)').getByRole('button', { name: 'Afronden' }))
    const done = step('Klaar')
    await done.getByText('staat klaar').waitFor()
    await enter(page, done.getByRole('button', { name: 'Sluiten' }).last())
    await done.waitFor({ state: 'hidden' })

    await enter(page, page.getByRole('banner').getByRole('button', { name: 'Volgende check-in' }))
    const messages = page.getByRole('region', { name: 'Berichten in #marketing-sales' })
    await messages.getByRole('heading', { name: /^Pipelineoverleg/ }).waitFor()
    await messages.getByText('0 van de 12 hebben geantwoord').waitFor()
  })

  it('becomes full of the story when one starts over, and empty again, both once that is confirmed', async () => {
    const page = await demo().open('priya', shared)
    const begin = async (what: RegExp, answer: string) => {
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: what }).click()
      await page.getByRole('dialog').getByRole('button', { name: answer }).click()
    }
    const messages = page.getByRole('region', { name: 'Messages in #marketing-sales' })
    const reviews = messages.getByRole('heading', { name: /^Pipeline/ })
    await demo().slack.person('priya').say('This goes', { in: channels.shared })
    const line = messages.getByText('This goes')
    await line.waitFor()

    await begin(/^Start over/, 'Cancel')
    expect(await line.isVisible()).toBe(true)
    await begin(/^Start over/, 'Start over')
    const story = page.getByRole('region', { name: 'Six weeks in the life of two teams' })
    const waiting = page.getByRole('region', { name: 'Time of the workspace' }).locator('[aria-disabled=true]')
    await Promise.all([story.waitFor(), waiting.first().waitFor()])
    await story.waitFor({ state: 'hidden' })
    await reviews.last().waitFor()
    expect(await reviews.count()).toBe(1)
    expect(await line.count()).toBe(0)

    await begin(/^Empty workspace/, 'Empty it')
    await page.getByText('This is the very beginning of #marketing-sales').waitFor()
    await reviews.first().waitFor({ state: 'hidden' })
    expect(await reviews.count()).toBe(0)
  })
})
