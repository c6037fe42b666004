import { describe, expect, it } from 'vitest'
import { isJson, type Json, objects, wordsOf } from '../../../src/playground/json.ts'
import { Element } from '../../../src/playground/page/elements/element.tsx'
import type { Place } from '../../../src/playground/page/place.tsx'
import { put } from '../rules/row.ts'
import { isElement, payloads } from './payloads.ts'
import { type Drawing, drawn, dutch, english, placeAt, wordsIn } from './reader.tsx'

const plain = (text: string) => ({ type: 'plain_text', text })
const option = (value: string, more: Json = {}) => ({ text: plain(`Words of ${value}`), value, ...more })
const draw = (element: Json, how?: Drawing) =>
  drawn(<Element block="b" element={{ action_id: 'a', ...element }} />, how)

function elementsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(elementsIn)
  if (!isJson(value)) return []
  return isElement(value) ? [value] : Object.values(value).flatMap(elementsIn)
}

const examples = payloads.flatMap(({ surface, blocks }) => elementsIn(blocks).map((element) => ({ surface, element })))
const different = [...new Map(examples.map((one) => [JSON.stringify(one.element), one])).values()]
const types = new Set(examples.map(({ element }) => String(element.type)))

/** The place of these tests, where something is filled in. */
const holding = (filled: unknown): Place => ({ ...placeAt('modal'), filled: () => filled })

describe('every element that the stand-in takes', () => {
  it('is drawn as what it is, with its words', () => {
    expect([...types].sort()).toEqual([
      'button',
      'channels_select',
      'checkboxes',
      'conversations_select',
      'datepicker',
      'datetimepicker',
      'email_text_input',
      'external_select',
      'feedback_buttons',
      'file_input',
      'icon_button',
      'multi_channels_select',
      'multi_conversations_select',
      'multi_external_select',
      'multi_static_select',
      'multi_users_select',
      'number_input',
      'overflow',
      'plain_text_input',
      'radio_buttons',
      'rich_text_input',
      'static_select',
      'timepicker',
      'url_text_input',
      'users_select',
      'workflow_button',
    ])
    for (const { surface, element } of different) {
      for (const reading of [english, dutch]) {
        const html = draw(element, { reading, place: placeAt(surface) })
        expect(html).not.toContain('elements-unknown')
        expect(html).toMatch(/<(button|input|textarea|a) |visible_to|<div [^>]*data-type="icon_button"/)
        if (['button', 'workflow_button'].includes(String(element.type))) expect(html).toContain(wordsOf(element.text))
        if (['checkboxes', 'radio_buttons'].includes(String(element.type)))
          for (const one of objects(element.options)) expect(html).toContain(wordsOf(one.text))
      }
    }
  })

  const strange = [
    undefined,
    null,
    '',
    'x',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [null],
    { text: 1 },
    '2026-99-99',
    ['x', 1, {}],
  ]
  it.each([...types])('does not fall over a strange %s', (type) => {
    const element = examples
      .filter((one) => one.element.type === type)
      .reduce(
        (most, one) => (JSON.stringify(one.element).length > JSON.stringify(most).length ? one.element : most),
        {},
      )
    for (const value of strange) {
      for (const path of fieldsOf(element)) expect(draw(put(element, path, value) as Json)).toContain('data-block')
      expect(draw(element, { place: holding(value) })).toContain('data-block')
    }
  })

  it('that nobody knows is a box with its name', () => {
    expect(wordsIn(draw({ type: 'hologram' }, { reading: dutch }))).toBe('Deze speeltuin kan geen “hologram” tekenen.')
    expect(wordsIn(draw({ type: 'constructor' }))).toContain('“constructor”')
  })
})

function fieldsOf(value: unknown, path = ''): string[] {
  const inner = Array.isArray(value) || isJson(value) ? Object.entries(value) : []
  return inner.flatMap(([key, one]) => {
    const at = path === '' ? key : `${path}/${key}`
    return at === 'type' ? [] : [at, ...fieldsOf(one, at)]
  })
}

describe('a button', () => {
  const button = (more: Json) => draw({ type: 'button', text: plain('Go :wave:'), ...more })

  it('has its colour, its other name and its emoji', () => {
    const html = button({ style: 'danger', accessibility_label: 'Go there' })
    expect(html).toContain('data-style="danger"')
    expect(html).toContain('aria-label="Go there"')
    expect(wordsIn(html)).toContain('👋')
  })

  it('leads elsewhere in a tab of its own', () => {
    const html = button({ url: 'https://example.com/a' })
    expect(html).toMatch(/<a [^>]*href="https:\/\/example.com\/a"/)
    expect(html).toContain('target="_blank"')
    expect(html).toContain('rel="noreferrer"')
  })

  it('never leads to a script', () => {
    expect(button({ url: 'javascript:alert(1)' })).not.toContain('javascript')
  })

  it('shows that the app has not answered, and keeps the focus meanwhile', () => {
    const html = draw({ type: 'button', text: plain('Go') }, { place: { ...placeAt('message'), busy: 'b a' } })
    expect(html).toContain('aria-disabled="true"')
    expect(html).not.toContain(' disabled')
    expect(button({})).toContain('aria-disabled="false"')
  })

  it('is seen only by those whom it is meant for', () => {
    const trash = { type: 'icon_button', icon: 'trash', text: plain('Delete') }
    expect(draw({ ...trash, visible_to_user_ids: ['U1'] })).toContain('<button')
    expect(draw({ ...trash, visible_to_user_ids: ['U2'] })).not.toContain('<button')
  })
})

describe('what is filled in', () => {
  const shown: [what: string, element: Json, filled: unknown, words: string][] = [
    ['an option', { type: 'static_select', options: [option('a')] }, option('a'), 'Words of a'],
    ['an option that is not offered any more', { type: 'external_select' }, option('z'), 'Words of z'],
    ['somebody', { type: 'users_select' }, 'U2', 'Ben Okafor'],
    ['somebody whom nobody knows', { type: 'users_select' }, 'U0GONE', 'U0GONE'],
    ['people', { type: 'multi_users_select' }, ['U2', 'U1'], 'Ben Okafor×AWAnna de Wit×Ben Okafor, Anna de Wit'],
    ['a file', { type: 'file_input' }, [{ id: 'F1', name: 'plan.pdf', size: 2_400 }], 'plan.pdf'],
  ]
  it.each(shown)('stands there: %s', (_what, element, filled, words) => {
    expect(wordsIn(draw(element, { place: holding(filled) }))).toContain(words)
  })

  it.each([
    ['a date', { type: 'datepicker' }, '2027-04-05', 'value="2027-04-05"'],
    ['a time', { type: 'timepicker' }, '09:30', 'value="09:30"'],
    ['a text', { type: 'plain_text_input' }, 'Hello', 'value="Hello"'],
    ['lines', { type: 'plain_text_input', multiline: true }, 'One\nTwo', '>One\nTwo</textarea>'],
    ['a number', { type: 'number_input' }, '1.5', 'value="1.5"'],
  ])('stands in its field: %s', (_what, element, filled, html) => {
    expect(draw(element, { place: holding(filled) })).toContain(html)
  })

  it('is an instant as the reader’s own clocks show it, wherever the browser is', () => {
    const place = holding(Date.UTC(2027, 3, 5, 7, 30) / 1000)
    const element = { type: 'datetimepicker' }
    expect(draw(element, { reading: dutch, place })).toMatch(/value="2027-04-05".*value="09:30"/)
    expect(draw(element, { reading: english, place })).toMatch(/value="2027-04-05".*value="03:30"/)
    expect(wordsIn(draw(element, { reading: dutch, place }))).toContain('maandag 5 april, tijd in Amsterdam')
    expect(wordsIn(draw(element, { reading: english, place }))).toContain('Monday, April 5, New York time')
  })

  it('is ticked, and nothing else is', () => {
    const options = [option('a'), option('b', { description: plain('More') })]
    const boxes = draw({ type: 'checkboxes', options }, { place: holding([option('b')]) })
    expect(boxes.match(/<input[^>]*>/g)?.map((one) => one.includes(' checked'))).toEqual([false, true])
    expect(wordsIn(boxes)).toContain('More')
    const dots = draw({ type: 'radio_buttons', options }, { place: holding(option('a')) })
    expect(dots.match(/<input[^>]*>/g)?.map((one) => one.includes(' checked'))).toEqual([true, false])
  })

  it('says how much more can be typed once that is little, and when it is too much', () => {
    const text = (length: number) =>
      wordsIn(draw({ type: 'plain_text_input', max_length: 20 }, { place: holding('x'.repeat(length)) }))
    expect(text(9)).not.toContain('left')
    expect(text(19)).toContain('1 character left')
    expect(text(22)).toContain('2 characters too many')
  })
})

describe('a field in an input block', () => {
  const field = (element: Json, errors = {}) =>
    drawn(<Element block="b" element={{ action_id: 'a', ...element }} labelledBy="l" describedBy="h" />, {
      place: placeAt('modal', errors),
    })

  it.each([...types].filter((type) => !/button|overflow|checkboxes/.test(type)))(
    '%s is tied to its label, hint and error',
    (type) => {
      const element = { type, options: [option('a')] }
      expect(field(element)).toContain('id="l-field"')
      expect(field(element)).toContain('aria-labelledby="l"')
      expect(field(element)).toContain('aria-describedby="h"')
      expect(field(element)).not.toContain('aria-invalid="true"')
      expect(field(element, { b: 'Wrong' })).toContain('aria-invalid="true"')
    },
  )
})
