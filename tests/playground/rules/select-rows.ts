import { action } from './element-subject.ts'
import { inActions, option, plain } from './examples.ts'
import { many, type Row } from './row.ts'
import { builderSchema, elementsFile, extensionsFile, guess, limitsFile, objectsFile } from './sources.ts'
import { subject } from './subject.ts'

const filter = objectsFile('ConversationFilter')
const emptyId = guess('an empty id is nothing')

const choices = ['checkboxes', 'radio_buttons']

const optionRows: Row[] = ['static_select', 'multi_static_select'].flatMap((type) => {
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

const described = { ...option(1), description: plain('d') }
const sameRows: Row[] = action('static_select', 'StaticSelect').rule(
  'An option is the same when its text, value and description are.',
  { options: [described], initial_option: described },
  { options: [described], initial_option: option(1) },
  '/initial_option',
)

export const selectRows: Row[] = [optionRows, sameRows, choiceRows, menuRows].flat()
