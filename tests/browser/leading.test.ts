import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { channels } from '../../src/playground/story/cast.ts'
import { setUpOnly } from '../support/demo.ts'
import { useDemo } from '../support/demo-window.ts'

const shared = `/archives/${channels.shared}`

async function type(page: Page, command: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Bericht aan' }).fill(command)
  await page.keyboard.press('Enter')
}

describe('a team lead', () => {
  const demo = useDemo({ story: setUpOnly })

  it('turns goals on in the settings, sets one, and sees it drawn once it has moved', async () => {
    const { open, world } = demo()
    const page = await open('sanne', shared)
    const main = page.getByRole('main')
    const press = (name: string) => main.getByRole('button', { name, exact: true }).last().click()
    await type(page, '/rondo instellingen')
    await main.getByText('Afspraken en doelen: uit').locator('xpath=following::button[1]').click()
    await main.getByText('Afspraken en doelen: staat aan in Benelux and UK').first().waitFor()

    await type(page, '/rondo doelen')
    await press('Doel toevoegen')
    const form = page.getByRole('dialog', { name: 'Doel toevoegen' })
    await form.getByRole('textbox', { name: /^Wat willen jullie/ }).fill('Kennismakingen')
    await form.getByLabel('Hoeveel is het nu?').fill('12')
    await form.getByLabel('Doel', { exact: true }).fill('40')
    await form.getByLabel('Wanneer?').fill('2027-06-30')
    await form.getByRole('button', { name: 'Opslaan' }).click()
    await form.waitFor({ state: 'hidden' })

    await world.travel({ instant: Date.parse('2027-02-26T10:00Z') }, 'U01SANNE')
    await type(page, '/rondo doelen')
    await main.getByText('12 van 40').last().waitFor()
    await press('Getal bijwerken')
    const number = page.getByRole('dialog', { name: 'Getal bijwerken' })
    await number.getByLabel('Hoeveel is het nu?').fill('19')
    await number.getByRole('button', { name: 'Opslaan' }).click()
    await number.waitFor({ state: 'hidden' })
    await press('Verloop')
    const chart = main.getByRole('figure')
    await chart.getByRole('img').waitFor()
    expect(await chart.innerText()).toContain('26 feb 2027')
  })

  it('sees the next four dates follow while choosing when a new check-in is held', async () => {
    const page = await demo().open('sanne', shared)
    await type(page, '/rondo checkin')
    await page.getByRole('main').getByRole('button', { name: 'Nieuwe check-in' }).last().click()
    const window = page.getByRole('dialog', { name: 'Nieuwe check-in' })
    await window.getByRole('button', { name: 'Kiezen' }).first().click()
    /** The weekdays of the next dates, in their order. */
    const weekdays = async () => [...(await window.innerText()).matchAll(/• (\w+) \d/g)].map(([, weekday]) => weekday)
    await expect.poll(weekdays).toHaveLength(4)
    const [usual] = await weekdays()
    expect(await weekdays()).toEqual([usual, usual, usual, usual])
    await window.getByRole('checkbox', { name: 'donderdag' }).check()
    await expect
      .poll(async () => (await weekdays()).toSorted())
      .toEqual(['donderdag', 'donderdag', usual, usual].toSorted())
    await window.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('dialog', { name: 'Opgeslagen' }).getByText('donderdag').first().waitFor()
  })
})
