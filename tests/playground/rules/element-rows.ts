import {
  asField,
  element,
  inActions,
  inContext,
  inContextActions,
  option,
  picture,
  plain,
  rich,
  section,
} from './examples.ts'
import { many, type Row } from './row.ts'
import { builderSchema, elementPage, elementsFile, extensionsFile, guess, limitsFile, objectsFile } from './sources.ts'
import { subject } from './subject.ts'

const choices = ['checkboxes', 'radio_buttons']
const named = (type: string) =>
  choices.includes(type) ? type : `${/^[aeiou]/.test(type) && !type.startsWith('users') ? 'an' : 'a'} ${type}`
const action = (type: string, docs: string) => subject(named(type), elementsFile(docs), inActions, element(type))
const field = (type: string, docs: string) => subject(named(type), elementsFile(docs), asField, element(type))

const button = action('button', 'Button')
const workflow = action('workflow_button', 'WorkflowButton')
const overflow = action('overflow', 'Overflow')
const feedback = subject(
  'a feedback_buttons element',
  elementPage('feedback-buttons'),
  inContextActions,
  element('feedback_buttons'),
)
const icon = subject('an icon_button', elementPage('icon-button'), inContextActions, element('icon_button'))
const day = action('datepicker', 'Datepicker')
const time = action('timepicker', 'Timepicker')
const moment = action('datetimepicker', 'DateTimepicker')
const text = field('plain_text_input', 'PlainTextInput')
const number = field('number_input', 'NumberInput')
const richInput = field('rich_text_input', 'RichTextInput')
const files = field('file_input', 'FileInput')
const email = field('email_text_input', 'EmailInput')
const colours = ['primary', 'danger']
const notEmpty = guess('what is required is not empty')

const buttonRows: Row[] = [
  button.actionId(),
  button.needs('text'),
  button.text('text', 75),
  button.length('value', { max: 2000 }),
  button.address('url', 3000),
  button.oneOf('style', colours),
  button.length('accessibility_label', { max: 75 }),
  workflow.needs('text', 'workflow', 'workflow/trigger', 'workflow/trigger/url'),
  workflow.needs(
    'workflow/trigger/customizable_input_parameters/0/name',
    'workflow/trigger/customizable_input_parameters/0/value',
  ),
  workflow.text('text', 75),
  workflow.address('workflow/trigger/url', 3000, limitsFile),
  workflow.oneOf('style', colours),
  workflow.length('accessibility_label', { max: 75 }),
  overflow.needs('options'),
  overflow.count('options', { max: 5 }, option),
  overflow.count('options', { min: 1 }, option, limitsFile),
  feedback.needs('positive_button', 'negative_button', 'positive_button/text', 'positive_button/value'),
  feedback.text('positive_button/text', 75),
  feedback.length('positive_button/value', { max: 2000 }),
  feedback.length('positive_button/accessibility_label', { max: 75 }),
  icon.needs('icon', 'text'),
  icon.oneOf('icon', ['trash']),
  icon.text('text', 3000, ['plain_text'], objectsFile('PlainTextElement')),
  icon.length('value', { max: 2000 }),
  icon.length('accessibility_label', { max: 75 }),
  icon.count('visible_to_user_ids', { max: 10 }, () => 'U1', limitsFile),
  icon.length('visible_to_user_ids/0', { min: 1 }, guess('an empty id is nobody')),
].flat()

const image = subject('an image element', elementsFile('ImageElement'), inContext, picture)
const imageRows: Row[] = [
  image.needs('alt_text'),
  image.rule(
    'An image has an `image_url` or a `slack_file`, and not both.',
    { image_url: undefined, slack_file: { id: 'F12345678' } },
    { slack_file: { id: 'F12345678' } },
    '',
    'all_of',
    objectsFile('SlackFile'),
  ),
].flat()

const filter = objectsFile('ConversationFilter')
const emptyId = guess('an empty id is nothing')

const selectRows: Row[] = ['static_select', 'multi_static_select'].flatMap((type) => {
  const select = action(type, 'StaticSelect, MultiStaticSelect')
  const group = { label: plain('G'), options: [option(1)] }
  const grouped = { options: undefined, option_groups: [group] }
  const inGroups = subject(`a ${type}`, elementsFile('StaticSelect, MultiStaticSelect'), inActions, {
    type,
    option_groups: [group],
  })
  const [first, strange] =
    type === 'static_select'
      ? [{ initial_option: option(1) }, { initial_option: option(2) }]
      : [{ initial_options: [option(1)] }, { initial_options: [option(2)] }]
  const at = type === 'static_select' ? '/initial_option' : '/initial_options'
  return [
    select.count('options', { max: 100 }, option),
    select.count('options', { min: 1 }, option, builderSchema),
    inGroups.count('option_groups', { max: 100 }, () => group),
    inGroups.count('option_groups', { min: 1 }, () => group, builderSchema),
    select.rule(
      `A ${type} has \`options\` or \`option_groups\`, and not both.`,
      grouped,
      { option_groups: [group] },
      '',
    ),
    select.rule(`What a ${type} begins with is among its options.`, first, strange, at),
    select.rule(
      `What a ${type} begins with is among its options.`,
      { ...grouped, ...first },
      { ...grouped, ...strange },
      at,
    ),
  ].flat()
})

const choiceRows: Row[] = choices.flatMap((type) => {
  const choice = action(type, 'Checkboxes, RadioButtons')
  const [first, strange] =
    type === 'radio_buttons'
      ? [{ initial_option: option(1) }, { initial_option: option(3) }]
      : [{ initial_options: [option(1)] }, { initial_options: [option(3)] }]
  const at = type === 'radio_buttons' ? '/initial_option' : '/initial_options'
  return [
    choice.needs('options'),
    choice.count('options', { max: 10 }, option),
    choice.count('options', { min: 1 }, option, limitsFile),
    choice.rule(`What ${type} begin with is among their options.`, first, strange, at),
  ].flat()
})

const tenOptions = many(10, option)
const menuRows: Row[] = [
  action('checkboxes', 'Checkboxes').rule(
    'The `initial_options` of checkboxes are at most 10.',
    { options: tenOptions, initial_options: tenOptions },
    { options: tenOptions, initial_options: [...tenOptions, option(0)] },
    '/initial_options',
    'max_items',
  ),
  action('checkboxes', 'Checkboxes').count('initial_options', { min: 1 }, () => option(1), builderSchema),
  action('multi_static_select', 'MultiStaticSelect').count(
    'initial_options',
    { min: 1 },
    () => option(1),
    builderSchema,
  ),
  action('multi_users_select', 'MultiUsersSelect').range(
    'max_selected_items',
    { min: 1 },
    extensionsFile('MaxItemsSelectable'),
  ),
  action('multi_users_select', 'MultiUsersSelect').whole('max_selected_items', extensionsFile('MaxItemsSelectable')),
  action('external_select', 'ExternalSelect').range('min_query_length', { min: 0 }, guess('a length is not negative')),
  action('external_select', 'ExternalSelect').whole('min_query_length', guess('a length is a whole number')),
  action('external_select', 'ExternalSelect').text('placeholder', 150, ['plain_text'], extensionsFile('Placeholdable')),
  action('users_select', 'UsersSelect').length('initial_user', { min: 1 }, emptyId),
  action('channels_select', 'ChannelsSelect').length('initial_channel', { min: 1 }, emptyId),
  action('conversations_select', 'ConversationsSelect').length('initial_conversation', { min: 1 }, emptyId),
  action('multi_users_select', 'MultiUsersSelect').length('initial_users/0', { min: 1 }, emptyId),
  action('multi_channels_select', 'MultiChannelsSelect').length('initial_channels/0', { min: 1 }, emptyId),
  action('multi_channels_select', 'MultiChannelsSelect').count('initial_channels', { min: 1 }, () => 'C1'),
  action('multi_conversations_select', 'MultiConversationsSelect').length(
    'initial_conversations/0',
    { min: 1 },
    emptyId,
  ),
  action('multi_conversations_select', 'MultiConversationsSelect').count(
    'initial_conversations',
    { min: 1 },
    () => 'C1',
  ),
  action('conversations_select', 'ConversationsSelect').oneOf(
    'filter/include/0',
    ['im', 'mpim', 'private', 'public'],
    filter,
  ),
  action('conversations_select', 'ConversationsSelect').count('filter/include', { min: 1 }, () => 'im', filter),
  action('conversations_select', 'ConversationsSelect').rule(
    'A filter filters something.',
    {},
    { filter: {} },
    '/filter',
    'all_of',
    filter,
  ),
].flat()

const pickerRows: Row[] = [
  day.form('initial_date', '2026-05-11', '11-05-2026'),
  time.form('initial_time', '09:30', '9.30'),
  time.form('initial_time', '23:59', '24:00'),
  time.length('timezone', { min: 1 }, guess('an empty time zone is none')),
  moment.range('initial_date_time', { min: 1_000_000_000, max: 9_999_999_999 }),
  moment.rule(
    'The `initial_date_time` of a datetimepicker is a whole number.',
    {},
    { initial_date_time: 1_700_000_000.5 },
    '/initial_date_time',
    'integer',
  ),
].flat()

const dispatch = objectsFile('DispatchActionConfig')
const on = 'dispatch_action_config/trigger_actions_on'
const lengths = { initial_value: undefined, min_length: undefined, max_length: undefined }
const bare = subject('a plain_text_input', elementsFile('PlainTextInput'), asField, { type: 'plain_text_input' })
const bareRich = subject('a rich_text_input', elementsFile('RichTextInput'), asField, { type: 'rich_text_input' })

const inputRows: Row[] = [
  bare.length('initial_value', { max: 3000 }, guess('the most that can be typed')),
  bare.range('min_length', { max: 3000 }),
  bare.range('min_length', { min: 0 }, limitsFile),
  bare.range('max_length', { max: 3000, min: 1 }, limitsFile),
  bare.whole('min_length', guess('a length is a whole number')),
  bare.whole('max_length', guess('a length is a whole number')),
  text.rule(
    'The `min_length` of a plain_text_input is not more than its `max_length`.',
    { ...lengths, min_length: 3, max_length: 3 },
    { ...lengths, min_length: 4, max_length: 3 },
    '/min_length',
    'all_of',
    guess('nobody could fill it in otherwise'),
  ),
  text.rule(
    'The `initial_value` of a plain_text_input fits its `max_length`.',
    { ...lengths, initial_value: 'abc', max_length: 3 },
    { ...lengths, initial_value: 'abcd', max_length: 3 },
    '/initial_value',
    'all_of',
    guess('Slack would not take it on submission'),
  ),
  text.oneOf(`${on}/0`, ['on_enter_pressed', 'on_character_entered'], dispatch),
  text.count(on, { min: 1, max: 2 }, () => 'on_enter_pressed', dispatch),
  text.text('placeholder', 150, ['plain_text'], extensionsFile('Placeholdable')),
  number.needs('is_decimal_allowed'),
  number.form('initial_value', '2.5', 'two', guess('a number as text')),
  number.form('min_value', '-1', 'one', guess('a number as text')),
  number.form('max_value', '10', 'ten', guess('a number as text')),
  number.rule(
    'The `min_value` of a number_input is not more than its `max_value`.',
    { min_value: '3' },
    { min_value: '4' },
    '/min_value',
  ),
  email.rule(
    'An email_text_input takes any `initial_value`.',
    { initial_value: '' },
    { initial_value: 1 },
    '/initial_value',
    'type',
  ),
  bareRich.range('min_lines', { min: 1, max: 100 }),
  bareRich.range('max_lines', { min: 1, max: 100 }),
  bareRich.whole('min_lines', guess('lines are whole')),
  bareRich.whole('max_lines', guess('lines are whole')),
  richInput.only('initial_value', [rich], section),
  files.range('max_files', { min: 1, max: 10 }),
  files.whole('max_files', guess('files are whole')),
  files.length('filetypes/0', { min: 1 }, notEmpty),
].flat()

export const elementRows: Row[] = [
  buttonRows,
  imageRows,
  selectRows,
  choiceRows,
  menuRows,
  pickerRows,
  inputRows,
].flat()
