import type { Json } from '../../../src/playground/json.ts'
import type { Frame } from './row.ts'

export const plain = (text: string): Json => ({ type: 'plain_text', text })
export const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text })
export const option = (at: number | string): Json => ({ text: plain(`Option ${at}`), value: `${at}` })
export const section: Json = { type: 'section', text: mrkdwn('Text') }
export const divider: Json = { type: 'divider' }
export const words: Json = { type: 'text', text: 'x' }
export const line = (...elements: Json[]): Json => ({ type: 'rich_text_section', elements })
export const rich: Json = { type: 'rich_text', elements: [line(words)] }
export const cell = (text = 'x'): Json => ({ type: 'raw_text', text })
export const address = 'https://example.com/a'
export const picture: Json = { type: 'image', alt_text: 'A cat', image_url: address }
export const confirm: Json = {
  title: plain('Sure?'),
  text: mrkdwn('Really'),
  confirm: plain('Yes'),
  deny: plain('No'),
  style: 'danger',
}
export const typed: Json = { type: 'plain_text_input' }
export const modal = (...blocks: unknown[]): Json => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Go'),
  blocks,
})
export const home = (...blocks: unknown[]): Json => ({ type: 'home', blocks })
export const input = (element: unknown): Json => ({ type: 'input', label: plain('Label'), element })

export const inMessage: Frame = { place: 'message', prefix: '/blocks/0', put: (block) => [block] }
export const inModal: Frame = { place: 'modal', prefix: '/view/blocks/0', put: (block) => modal(block) }
export const inHome: Frame = { place: 'home', prefix: '/view/blocks/0', put: (block) => home(block) }
export const asField: Frame = {
  place: 'modal',
  prefix: '/view/blocks/0/element',
  put: (element) => modal(input(element)),
}
export const inActions: Frame = {
  place: 'message',
  prefix: '/blocks/0/elements/0',
  put: (element) => [{ type: 'actions', elements: [element] }],
}
export const inContext: Frame = {
  place: 'message',
  prefix: '/blocks/0/elements/0',
  put: (element) => [{ type: 'context', elements: [element] }],
}
export const inContextActions: Frame = {
  place: 'message',
  prefix: '/blocks/0/elements/0',
  put: (element) => [{ type: 'context_actions', elements: [element] }],
}
export const inRichText: Frame = {
  place: 'message',
  prefix: '/blocks/0/elements/0',
  put: (part) => [{ type: 'rich_text', elements: [part] }],
}
export const inLine: Frame = {
  place: 'message',
  prefix: '/blocks/0/elements/0/elements/0',
  put: (element) => [{ type: 'rich_text', elements: [line(element as Json)] }],
}
export const aModal: Frame = { place: 'modal', prefix: '/view', put: (view) => view }
export const aHome: Frame = { place: 'home', prefix: '/view', put: (view) => view }
export const wholeMessage: Frame = { place: 'whole message', prefix: '', put: (message) => message }
export const suggested: Frame = { place: 'suggestions', prefix: '', put: (answer) => answer }

/** One whole example of every element, by type. */
export const elements: Record<string, Json> = {
  button: {
    text: plain('Go'),
    action_id: 'a',
    value: 'v',
    url: address,
    style: 'primary',
    accessibility_label: 'Go',
    confirm,
  },
  workflow_button: {
    text: plain('Go'),
    action_id: 'a',
    style: 'danger',
    accessibility_label: 'Go',
    confirm,
    workflow: { trigger: { url: address, customizable_input_parameters: [{ name: 'n', value: 'v' }] } },
  },
  overflow: { action_id: 'a', confirm, options: [{ ...option(1), description: plain('d'), url: address }] },
  checkboxes: { action_id: 'a', confirm, focus_on_load: true, options: [option(1), option(2)] },
  radio_buttons: { action_id: 'a', confirm, focus_on_load: true, options: [option(1), option(2)] },
  static_select: menu({ options: [option(1)] }),
  multi_static_select: menu({ options: [option(1)], max_selected_items: 2 }),
  external_select: menu({ min_query_length: 2, initial_option: option(1) }),
  multi_external_select: menu({ min_query_length: 2, max_selected_items: 2, initial_options: [option(1)] }),
  users_select: menu({ initial_user: 'U1' }),
  multi_users_select: menu({ initial_users: ['U1'], max_selected_items: 2 }),
  channels_select: menu({ initial_channel: 'C1', response_url_enabled: false }),
  multi_channels_select: menu({ initial_channels: ['C1'], max_selected_items: 2 }),
  conversations_select: menu({
    initial_conversation: 'C1',
    default_to_current_conversation: true,
    response_url_enabled: false,
    filter: { include: ['im'], exclude_external_shared_channels: true, exclude_bot_users: true },
  }),
  multi_conversations_select: menu({
    initial_conversations: ['C1'],
    default_to_current_conversation: true,
    max_selected_items: 2,
    filter: { exclude_bot_users: true },
  }),
  datepicker: menu({ initial_date: '2026-05-11' }),
  timepicker: menu({ initial_time: '09:30', timezone: 'Europe/Amsterdam' }),
  datetimepicker: { action_id: 'a', confirm, focus_on_load: true, initial_date_time: 1_700_000_000 },
  plain_text_input: writing({ multiline: true, initial_value: 'x', min_length: 1, max_length: 10 }),
  number_input: writing({ is_decimal_allowed: true, initial_value: '2', min_value: '1', max_value: '3' }),
  email_text_input: writing({ initial_value: 'a@example.com' }),
  url_text_input: writing({ initial_value: address }),
  rich_text_input: writing({ initial_value: rich, min_lines: 1, max_lines: 8 }),
  file_input: { action_id: 'a', filetypes: ['pdf'], max_files: 2 },
  image: { alt_text: 'A cat', image_url: address },
  feedback_buttons: {
    action_id: 'a',
    positive_button: { text: plain('Good'), value: 'good', accessibility_label: 'Good' },
    negative_button: { text: plain('Bad'), value: 'bad' },
  },
  icon_button: {
    action_id: 'a',
    icon: 'trash',
    text: plain('Delete'),
    value: 'v',
    accessibility_label: 'Delete',
    visible_to_user_ids: ['U1'],
    confirm,
  },
}

export const element = (type: string): Json => ({ type, ...elements[type] })

function menu(more: Json): Json {
  return { action_id: 'a', confirm, focus_on_load: true, placeholder: plain('Pick'), ...more }
}

function writing(more: Json): Json {
  const dispatch_action_config = { trigger_actions_on: ['on_enter_pressed'] }
  return { action_id: 'a', focus_on_load: true, placeholder: plain('Write'), dispatch_action_config, ...more }
}
