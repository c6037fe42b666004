import type {
  ActionsBlockElement,
  ContextActionsBlockElement,
  InputBlockElement,
  KnownBlock,
  RichTextBlockElement,
  RichTextElement,
  SectionBlockAccessory,
} from '@slack/types'
import { describe, expect, it } from 'vitest'
import { examine } from './constraints.ts'

describe('knows every type that @slack/types knows', () => {
  // What is missing here, or too much, does not compile.
  const blocks: Record<KnownBlock['type'], true> = {
    actions: true,
    alert: true,
    card: true,
    carousel: true,
    container: true,
    context: true,
    context_actions: true,
    data_table: true,
    divider: true,
    file: true,
    header: true,
    image: true,
    input: true,
    markdown: true,
    plan: true,
    rich_text: true,
    section: true,
    table: true,
    task_card: true,
    video: true,
  }
  const selects = {
    static_select: true,
    multi_static_select: true,
    external_select: true,
    multi_external_select: true,
    users_select: true,
    multi_users_select: true,
    channels_select: true,
    multi_channels_select: true,
    conversations_select: true,
    multi_conversations_select: true,
  } as const
  const picked = { checkboxes: true, radio_buttons: true, datepicker: true, timepicker: true, ...selects } as const
  const pressed = { button: true, overflow: true, workflow_button: true, ...picked } as const
  const inActions: Record<ActionsBlockElement['type'], true> = {
    datetimepicker: true,
    rich_text_input: true,
    ...pressed,
  }
  const accessories: Record<SectionBlockAccessory['type'], true> = { image: true, ...pressed }
  const fields: Record<InputBlockElement['type'], true> = {
    datetimepicker: true,
    email_text_input: true,
    file_input: true,
    number_input: true,
    plain_text_input: true,
    rich_text_input: true,
    url_text_input: true,
    ...picked,
  }
  const inContextActions: Record<ContextActionsBlockElement['type'], true> = {
    feedback_buttons: true,
    icon_button: true,
  }
  const parts: Record<RichTextBlockElement['type'], true> = {
    rich_text_list: true,
    rich_text_preformatted: true,
    rich_text_quote: true,
    rich_text_section: true,
  }
  const inline: Record<RichTextElement['type'], true> = {
    broadcast: true,
    channel: true,
    color: true,
    date: true,
    emoji: true,
    link: true,
    team: true,
    text: true,
    user: true,
    usergroup: true,
  }
  const cases: [place: string, known: object, block: object][] = [
    ['blocks', { ...blocks, data_visualization: true }, {}],
    ['elements of actions', inActions, { type: 'actions', elements: [{ type: '?' }] }],
    ['accessories', accessories, { type: 'section', accessory: { type: '?' } }],
    ['elements of context_actions', inContextActions, { type: 'context_actions', elements: [{ type: '?' }] }],
    ['parts of rich text', parts, { type: 'rich_text', elements: [{ type: '?' }] }],
    [
      'elements of rich text',
      inline,
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: '?' }] }] },
    ],
    ['fields', fields, { type: 'input', element: { type: '?' } }],
  ]
  it.each(cases)('%s', (_place, known, block) => {
    const surfaces = (['message', 'modal', 'home'] as const).map((surface) => {
      const blocks = [{ type: '?', ...block }]
      return examine(surface, surface === 'message' ? blocks : { type: surface, blocks }).findings
    })
    const offered = surfaces.flat().flatMap(({ constraint }) => (constraint?.got === '?' ? constraint.expected : []))
    expect(new Set(offered)).toEqual(new Set(Object.keys(known)))
  })
})
