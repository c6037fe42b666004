import { divider, element, inMessage, inModal, mrkdwn, picture, plain } from './examples.ts'
import type { Row } from './row.ts'
import { blockPage, blocksFile, builderSchema, guess, limitsFile, objectsFile, secondHand, types } from './sources.ts'
import { subject } from './subject.ts'

const anyBlock = subject('a block', blocksFile('Block'), inMessage, divider)
const actions = subject('an actions block', blocksFile('ActionsBlock'), inMessage, {
  type: 'actions',
  block_id: 'b',
  elements: [element('button')],
})
const context = subject('a context', blocksFile('ContextBlock'), inMessage, {
  type: 'context',
  block_id: 'b',
  elements: [plain('x')],
})
const file = subject('a file block', blocksFile('FileBlock'), inMessage, {
  type: 'file',
  block_id: 'b',
  source: 'remote',
  external_id: 'e',
})
const header = subject('a header', blocksFile('HeaderBlock'), inMessage, {
  type: 'header',
  block_id: 'b',
  text: plain('x'),
})
const image = subject('an image block', blocksFile('ImageBlock'), inMessage, {
  ...picture,
  block_id: 'b',
  title: plain('x'),
})
const inputBlock = subject('an input block', blocksFile('InputBlock'), inModal, {
  type: 'input',
  block_id: 'b',
  label: plain('Label'),
  hint: plain('Hint'),
  optional: true,
  dispatch_action: true,
  element: { type: 'plain_text_input' },
})
const markdown = subject('a markdown block', blocksFile('MarkdownBlock'), inMessage, {
  type: 'markdown',
  block_id: 'b',
  text: 'x',
})
const sectionBlock = subject('a section', blocksFile('SectionBlock'), inMessage, {
  type: 'section',
  block_id: 'b',
  text: mrkdwn('x'),
  fields: [plain('x')],
  accessory: element('button'),
  expand: true,
})
const video = subject('a video', blocksFile('VideoBlock'), inMessage, {
  type: 'video',
  block_id: 'b',
  alt_text: 'x',
  title: plain('x'),
  video_url: 'https://example.com/v',
  thumbnail_url: 'https://example.com/t',
  title_url: 'https://example.com/w',
  author_name: 'x',
  provider_name: 'x',
  provider_icon_url: 'https://example.com/i',
  description: plain('x'),
})
const videoPage = blockPage('video')
const lessThan = `${videoPage} (\`must be less than\`)`

const choosing = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker']
const menus = ['static', 'external', 'users', 'channels', 'conversations'].flatMap((data) => [
  `${data}_select`,
  `multi_${data}_select`,
])
const accessories = ['button', 'workflow_button', 'overflow', 'image', ...choosing, ...menus].map(element)
const inActions = ['button', 'workflow_button', 'overflow', 'datetimepicker', ...choosing, ...menus].map(element)
const fields = [
  'datetimepicker',
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'rich_text_input',
  'file_input',
  ...choosing,
  ...menus,
].map(element)
const slackFile = (file: object) => ({ image_url: undefined, slack_file: file })

export const blockRows: Row[] = [
  anyBlock.length('block_id', { max: 255 }),
  anyBlock.length('block_id', { min: 1 }, builderSchema),
  anyBlock.only(
    '',
    [divider],
    { type: 'nonsense' },
    types('block-kit/blocks.d.ts: KnownBlock'),
    'A block is of a type Slack knows.',
  ),
  actions.needs('elements'),
  actions.count('elements', { max: 25 }, () => ({ type: 'button', text: plain('x') })),
  actions.count('elements', { min: 1 }, () => element('button'), builderSchema),
  actions.only('elements/0', inActions, element('plain_text_input'), blocksFile('ActionsBlockElement')),
  subject('an actions block', blocksFile('ActionsBlockElement'), inModal, {
    type: 'actions',
    elements: [element('button')],
  }).only(
    'elements/0',
    [element('rich_text_input')],
    element('file_input'),
    blocksFile('ActionsBlockElement'),
    'The `elements` of an actions block: outside messages also `rich_text_input`.',
  ),
  context.needs('elements'),
  context.count('elements', { max: 10 }, () => plain('x')),
  context.count('elements', { min: 1 }, () => plain('x'), builderSchema),
  context.only(
    'elements/0',
    [picture],
    element('button'),
    blocksFile('ContextBlockElement'),
    'The `elements` of a context: only `image`, `plain_text`, `mrkdwn`.',
  ),
  context.text('elements/0', 3000, ['plain_text', 'mrkdwn'], objectsFile('PlainTextElement, MrkdwnElement')),
  file.needs('source', 'external_id'),
  file.oneOf('source', ['remote']),
  file.length('external_id', { min: 1 }, guess('an empty id finds no file')),
  header.needs('text'),
  header.text('text', 150),
  header.rule(
    'Characters are counted as code points.',
    { text: plain('👋'.repeat(150)) },
    { text: plain('👋'.repeat(151)) },
    '/text/text',
    'max_length',
    secondHand('slackblocks spec/SPEC.md'),
  ),
  image.needs('alt_text'),
  image.length('alt_text', { max: 2000 }),
  image.length('alt_text', { min: 1 }, builderSchema),
  image.text('title', 2000),
  image.address('image_url', 3000, limitsFile),
  image.rule(
    'An image has an `image_url` or a `slack_file`, and not both.',
    {},
    { slack_file: { id: 'F12345678' } },
    '',
    'all_of',
    objectsFile('SlackFile'),
  ),
  image.rule(
    'An image has an `image_url` or a `slack_file`, and not both.',
    slackFile({ url: 'https://example.com/a' }),
    { image_url: undefined },
    '',
    'all_of',
    objectsFile('SlackFile'),
  ),
  image.rule(
    'A `slack_file` has an `id` or a `url`, and not both.',
    slackFile({ id: 'F12345678' }),
    slackFile({ id: 'F12345678', url: 'https://example.com/a' }),
    '/slack_file',
    'all_of',
    objectsFile('SlackFile'),
  ),
  image.rule(
    'The `id` of a `slack_file` has a form like `F12345678`.',
    slackFile({ id: 'F12345678' }),
    slackFile({ id: 'F1234567' }),
    '/slack_file/id',
    'pattern',
    secondHand('slackapi/node-slack-sdk#2170, as reported by users'),
  ),
  subject('an image block', limitsFile, inMessage, {
    type: 'image',
    alt_text: 'x',
    slack_file: { url: 'https://example.com/a' },
  }).address('slack_file/url', 3000),
  inputBlock.needs('label', 'element'),
  inputBlock.text('label', 2000),
  inputBlock.text('hint', 2000),
  inputBlock.only('element', fields, element('button'), blocksFile('InputBlockElement')),
  markdown.needs('text'),
  markdown.length('text', { max: 12_000 }),
  markdown.length('text', { min: 1 }, limitsFile),
  sectionBlock.text('text', 3000, ['plain_text', 'mrkdwn']),
  sectionBlock.count('fields', { max: 10 }, () => plain('x')),
  sectionBlock.count('fields', { min: 1 }, () => plain('x'), limitsFile),
  sectionBlock.text('fields/0', 2000, ['plain_text', 'mrkdwn']),
  sectionBlock.only('accessory', accessories, element('plain_text_input'), blocksFile('SectionBlockAccessory')),
  sectionBlock.rule(
    'A section has `text`, `fields` or both.',
    { text: undefined },
    { text: undefined, fields: undefined },
    '',
  ),
  video.needs('alt_text', 'title', 'video_url', 'thumbnail_url'),
  video.length('alt_text', { min: 1 }, limitsFile),
  video.length('alt_text', { max: 2000 }, limitsFile),
  video.text('title', 199, ['plain_text'], lessThan),
  video.text('description', 199, ['plain_text'], lessThan),
  video.address('video_url', 3000, limitsFile),
  video.form('video_url', 'https://example.com/v', 'http://example.com/v', videoPage),
  video.address('thumbnail_url', 3000, limitsFile, 'http'),
  video.address('title_url', 2000, limitsFile),
  video.form('title_url', 'https://example.com/v', 'http://example.com/v', videoPage),
  video.length('author_name', { max: 49 }, lessThan),
  video.length('provider_name', { max: 50 }, limitsFile),
  video.address('provider_icon_url', 2000, limitsFile, 'http'),
].flat()
