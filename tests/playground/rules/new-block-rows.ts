import { address, divider, element, inMessage, inModal, mrkdwn, picture, plain, rich, section } from './examples.ts'
import type { Row } from './row.ts'
import { blocksFile, builderSchema, elementsFile, extensionsFile, guess, limitsFile, slackapi } from './sources.ts'
import { subject } from './subject.ts'

const button = element('button')
const alert = subject('an alert', blocksFile('AlertBlock'), inModal, {
  type: 'alert',
  block_id: 'b',
  text: plain('x'),
  level: 'info',
})
const card = {
  type: 'card',
  block_id: 'b',
  hero_image: picture,
  icon: picture,
  title: mrkdwn('x'),
  subtitle: mrkdwn('x'),
  body: mrkdwn('x'),
  actions: [button],
}
const cardBlock = subject('a card', blocksFile('CardBlock'), inMessage, card)
const plainCard = { type: 'card', title: mrkdwn('x') }
const carousel = subject('a carousel', blocksFile('CarouselBlock'), inMessage, {
  type: 'carousel',
  block_id: 'b',
  elements: [plainCard],
})
const container = subject('a container', blocksFile('ContainerBlock'), inMessage, {
  type: 'container',
  block_id: 'b',
  title: plain('x'),
  rich_text_title: rich,
  subtitle: plain('x'),
  child_blocks: [section],
  width: 'wide',
  icon: picture,
  is_collapsible: true,
  default_collapsed: true,
  has_header_divider: false,
})
const children = [
  { type: 'actions', elements: [button] },
  { type: 'context', elements: [plain('x')] },
  divider,
  { type: 'file', source: 'remote', external_id: 'e' },
  { type: 'header', text: plain('x') },
  picture,
  rich,
  section,
  { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
  { type: 'video', alt_text: 'x', title: plain('x'), video_url: address, thumbnail_url: address },
]
const contextActions = subject('a context_actions block', blocksFile('ContextActionsBlock'), inMessage, {
  type: 'context_actions',
  block_id: 'b',
  elements: [element('icon_button')],
})
const task = { type: 'task_card', task_id: 't', title: 'x', status: 'pending' }
const taskCard = subject('a task_card', blocksFile('TaskCardBlock'), inMessage, {
  ...task,
  block_id: 'b',
  details: rich,
  output: rich,
  sources: [{ type: 'url', url: address, text: 'x' }],
})
const plan = subject('a plan', blocksFile('PlanBlock'), inMessage, {
  type: 'plan',
  block_id: 'b',
  title: 'x',
  tasks: [task],
})

export const newBlockRows: Row[] = [
  alert.needs('text'),
  alert.text('text', 200, ['plain_text', 'mrkdwn'], slackapi('java-slack-sdk AlertBlock.java')),
  alert.oneOf('level', ['default', 'info', 'warning', 'error', 'success']),
  cardBlock.text('title', 150, ['mrkdwn']),
  cardBlock.text('subtitle', 150, ['mrkdwn']),
  cardBlock.text('body', 200, ['mrkdwn']),
  cardBlock.count('actions', { max: 3 }, () => ({ type: 'button', text: plain('x') }), limitsFile),
  cardBlock.count('actions', { min: 1 }, () => button, guess('like the elements of an actions block')),
  cardBlock.only('actions/0', [button], element('workflow_button')),
  cardBlock.only('hero_image', [picture], button),
  cardBlock.rule(
    'A card has a `hero_image`, `title`, `body` or `actions`.',
    { hero_image: undefined, body: undefined, actions: undefined },
    { hero_image: undefined, title: undefined, body: undefined, actions: undefined },
    '',
  ),
  carousel.needs('elements'),
  carousel.count('elements', { min: 1, max: 10 }, () => plainCard),
  carousel.only('elements/0', [{ ...card, block_id: 'c' }], section),
  carousel
    .rule(
      'Every action_id stands once in its card.',
      {
        elements: [
          { ...plainCard, actions: [button] },
          { ...plainCard, actions: [button] },
        ],
      },
      { elements: [{ ...plainCard, actions: [button, button] }] },
      '',
      'all_of',
      extensionsFile('Action.action_id'),
    )
    .map((row) => ({ ...row, pointer: '/blocks' })),
  container.needs('child_blocks'),
  container.text('title', 150),
  container.text('subtitle', 150, ['plain_text', 'mrkdwn']),
  container.count('child_blocks', { max: 10 }, () => divider),
  container.count('child_blocks', { min: 1 }, () => divider, limitsFile),
  container.only('child_blocks/0', children, { type: 'container', title: plain('x'), child_blocks: [section] }),
  container.oneOf('width', ['narrow', 'standard', 'wide', 'full']),
  container.rule(
    'A container has a `title` or a `rich_text_title`.',
    { title: undefined },
    { title: undefined, rich_text_title: undefined },
    '',
  ),
  container.rule('A container that begins collapsed is collapsible.', {}, { is_collapsible: false }, ''),
  contextActions.needs('elements'),
  contextActions.count('elements', { max: 5 }, () => ({ ...element('icon_button'), action_id: undefined })),
  contextActions.count('elements', { min: 1 }, () => element('icon_button'), builderSchema),
  contextActions.only('elements/0', [element('feedback_buttons'), element('icon_button')], button),
  taskCard.needs('task_id', 'title', 'status'),
  taskCard.length('task_id', { min: 1 }, guess('what is required is not empty')),
  taskCard.length('title', { min: 1 }, guess('what is required is not empty')),
  taskCard.oneOf('status', ['pending', 'in_progress', 'complete', 'error']),
  taskCard.only('sources/0', [{ type: 'url', url: address, text: 'x' }], button, elementsFile('URLSourceElement')),
  taskCard.needs('sources/0/url', 'sources/0/text'),
  taskCard.address('sources/0/url', 3000, limitsFile),
  taskCard.length('sources/0/text', { min: 1 }, guess('what is required is not empty')),
  taskCard.only('details', [rich], section),
  plan.needs('title'),
  plan.length('title', { min: 1 }, guess('what is required is not empty')),
  plan.count('tasks', { max: 50 }, () => task, limitsFile),
  plan.only('tasks/0', [task], section, blocksFile('PlanBlock')),
].flat()
