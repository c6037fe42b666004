import { action } from './element-subject.ts'
import { element, inContext, inContextActions, option, picture } from './examples.ts'
import type { Row } from './row.ts'
import { elementPage, elementsFile, guess, limitsFile, objectsFile } from './sources.ts'
import { subject } from './subject.ts'

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
const colours = ['primary', 'danger']

export const buttonRows: Row[] = [
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
export const imageRows: Row[] = [
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
