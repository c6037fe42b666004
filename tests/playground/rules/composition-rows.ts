import { confirm, element, inActions, option, plain, suggested } from './examples.ts'
import type { Row } from './row.ts'
import { limitsFile, notes, objectsFile, secondHand } from './sources.ts'
import { subject } from './subject.ts'

const confirmPage = secondHand('sources differ (the types leave them open); the narrower is taken')
const button = subject('an element', objectsFile('Confirm'), inActions, { ...element('button'), confirm })
const both = ['plain_text', 'mrkdwn'] as const
const described = { ...option(1), description: plain('d') }
const inMenu = subject('a select', objectsFile('OptionDescriptor'), inActions, {
  type: 'static_select',
  options: [described],
})
const inBoxes = subject('checkboxes and radio buttons', objectsFile('OptionDescriptor'), inActions, {
  type: 'checkboxes',
  options: [described],
})
const inOverflow = subject('an overflow', objectsFile('OptionDescriptor'), inActions, {
  type: 'overflow',
  options: [{ ...described, url: 'https://example.com/a' }],
})
const inGroup = subject('a select', objectsFile('OptionGroup'), inActions, {
  type: 'static_select',
  option_groups: [{ label: plain('G'), options: [option(1)] }],
})
const value = `${objectsFile('OptionDescriptor.value')}; documentation pages have said 150`
const valueThere = secondHand('slack-messaging 0.7, of the page on options')
const answer = subject(
  'an answer to a block_suggestion',
  notes('interaction-payloads/block_suggestion-payload'),
  suggested,
  {
    options: [option(1)],
  },
)
const groups = subject(
  'an answer to a block_suggestion',
  notes('interaction-payloads/block_suggestion-payload'),
  suggested,
  {
    option_groups: [{ label: plain('G'), options: [option(1)] }],
  },
)

const optionRows = (
  [
    [inMenu, ['plain_text']],
    [inOverflow, ['plain_text']],
    [inBoxes, [...both]],
  ] as const
).flatMap(([subjectOf, kinds]) => [
  subjectOf.needs('options/0/text', 'options/0/value'),
  subjectOf.text('options/0/text', 75, [...kinds]),
  subjectOf.text('options/0/description', 75, [...kinds]),
  subjectOf.length('options/0/value', { max: 75 }, value),
  subjectOf.length('options/0/value', { min: 1 }, valueThere),
])

export const compositionRows: Row[] = [
  button.needs('confirm/text'),
  subject('an element', confirmPage, inActions, { ...element('button'), confirm }).needs(
    'confirm/title',
    'confirm/confirm',
    'confirm/deny',
  ),
  button.text('confirm/title', 100),
  button.text('confirm/text', 300, [...both]),
  button.text('confirm/confirm', 30),
  button.text('confirm/deny', 30),
  button.oneOf('confirm/style', ['primary', 'danger']),
  ...optionRows,
  inOverflow.address('options/0/url', 3000),
  inGroup.needs('option_groups/0/label', 'option_groups/0/options'),
  inGroup.text('option_groups/0/label', 75),
  inGroup.count('option_groups/0/options', { max: 100 }, option),
  inGroup.count('option_groups/0/options', { min: 1 }, option, limitsFile),
  answer.count('options', { max: 100 }, option),
  groups.count('option_groups', { max: 100 }, () => ({ label: plain('G'), options: [option(1)] })),
  answer.rule('An answer has `options` or `option_groups`, and not both.', {}, { option_groups: [] }, ''),
  answer.rule('An answer has `options` or `option_groups`, and not both.', {}, { options: undefined }, ''),
].flat()
