import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../src/platform/slack/fields.ts'

const rich = { type: 'rich_text', elements: [] }
const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value })

describe('what the inputs of a view hold', () => {
  it.each([
    ['text', { type: 'plain_text_input', value: 'Hello' }, 'Hello'],
    ['an empty text', { type: 'plain_text_input', value: null }, undefined],
    ['a cleared text', { type: 'plain_text_input', value: '' }, undefined],
    ['a number', { type: 'number_input', value: '7' }, '7'],
    ['an address', { type: 'email_text_input', value: 'a@b.nl' }, 'a@b.nl'],
    ['a date', { type: 'datepicker', selected_date: '2026-11-22' }, '2026-11-22'],
    ['no date', { type: 'datepicker', selected_date: null }, undefined],
    ['a time', { type: 'timepicker', selected_time: '09:30' }, '09:30'],
    ['a moment', { type: 'datetimepicker', selected_date_time: 1764000000 }, '1764000000'],
    ['a choice', { type: 'static_select', selected_option: option('a') }, 'a'],
    ['no choice', { type: 'static_select', selected_option: null }, undefined],
    ['choices', { type: 'multi_static_select', selected_options: [option('a'), option('b')] }, ['a', 'b']],
    ['boxes, none of them', { type: 'checkboxes', selected_options: [] }, undefined],
    ['a radio button', { type: 'radio_buttons', selected_option: option('r') }, 'r'],
    ['a person', { type: 'users_select', selected_user: 'U1' }, 'U1'],
    ['people', { type: 'multi_users_select', selected_users: ['U1', 'U2'] }, ['U1', 'U2']],
    ['a channel', { type: 'channels_select', selected_channel: 'C1' }, 'C1'],
    ['channels', { type: 'multi_channels_select', selected_channels: ['C1'] }, ['C1']],
    ['a conversation', { type: 'conversations_select', selected_conversation: 'D1' }, 'D1'],
    ['conversations', { type: 'multi_conversations_select', selected_conversations: [] }, undefined],
    ['rich text', { type: 'rich_text_input', rich_text_value: rich }, JSON.stringify(rich)],
    ['files', { type: 'file_input', files: [{ id: 'F1', name: 'a.csv' }, { id: 'F2' }] }, ['F1', 'F2']],
    ['no files', { type: 'file_input', files: [] }, undefined],
    ['something new', { type: 'hologram_input', selected_hologram: 'H1' }, undefined],
    ['nothing at all', null, undefined],
  ])('%s', (_, element, expected) => {
    expect(fieldsOf({ values: { block: { field: element } } })).toEqual({ field: expected })
  })

  it('are gathered from all blocks, whatever they are called', () => {
    const values = { one: { a: { value: '1' } }, two: { b: { value: '2' }, __proto__: { value: '3' } } }
    expect(fieldsOf({ values })).toMatchObject({ a: '1', b: '2' })
    expect(fieldsOf(JSON.parse('{"values":{"x":{"__proto__":{"value":"3"}}}}'))).not.toHaveProperty('value')
    expect(fieldsOf(undefined)).toEqual({})
  })
})
