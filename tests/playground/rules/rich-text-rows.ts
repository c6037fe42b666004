import type { Json } from '../../../src/playground/json.ts'
import { inLine, inMessage, inRichText, line, rich, section, words } from './examples.ts'
import type { Row } from './row.ts'
import { blocksFile, builderSchema, elementsFile, extensionsFile, guess, secondHand } from './sources.ts'
import { subject } from './subject.ts'

const style = { bold: true, code: true, italic: true, strike: true, underline: true }
const notEmpty = guess('what is required is not empty')

/** Every inline element with what it cannot do without. */
const inline: [type: string, docs: string, example: Json, needed: string[]][] = [
  ['broadcast', 'RichTextBroadcastMention', { range: 'here' }, []],
  ['channel', 'RichTextChannelMention', { channel_id: 'C1' }, ['channel_id']],
  ['color', 'RichTextColor', { value: '#ff0000' }, ['value']],
  ['date', 'RichTextDate', { timestamp: 1_700_000_000, format: '{date}', url: 'u', fallback: 'f' }, ['format']],
  ['emoji', 'RichTextEmoji', { name: 'wave', unicode: '1f44b', url: 'u', skin_tone: 2 }, ['name']],
  ['link', 'RichTextLink', { url: 'https://example.com', text: 'x', unsafe: false }, ['url']],
  ['team', 'RichTextTeamMention', { team_id: 'T1' }, ['team_id']],
  ['text', 'RichTextText', { text: 'x', style }, ['text']],
  ['user', 'RichTextUserMention', { user_id: 'U1', style: {} }, ['user_id']],
  ['usergroup', 'RichTextUsergroupMention', { usergroup_id: 'S1' }, ['usergroup_id']],
]
const styled = (type: string, example: Json): Json => ({ type, style, ...example })
const inlineRows = inline.flatMap(([type, docs, example, needed]) => {
  const one = subject(
    `${type === 'emoji' ? 'an' : 'a'} ${type} in rich text`,
    elementsFile(docs),
    inLine,
    styled(type, example),
  )
  return [one.needs(...needed), ...needed.map((field) => one.length(field, { min: 1 }, notEmpty))].flat()
})
const broadcast = subject('a broadcast in rich text', elementsFile('RichTextBroadcastMention'), inLine, {
  type: 'broadcast',
  range: 'here',
})
const date = subject('a date in rich text', elementsFile('RichTextDate'), inLine, {
  type: 'date',
  timestamp: 1,
  format: '{date}',
})

const sectionPart = subject('a rich_text_section', elementsFile('RichTextSection'), inRichText, line(words))
const listPart = subject('a rich_text_list', elementsFile('RichTextList'), inRichText, {
  type: 'rich_text_list',
  style: 'bullet',
  elements: [line(words)],
  indent: 1,
  offset: 1,
  border: 1,
})
const quote = subject('a rich_text_quote', elementsFile('RichTextQuote'), inRichText, {
  type: 'rich_text_quote',
  elements: [words],
  border: 1,
})
const code = subject('a rich_text_preformatted', elementsFile('RichTextPreformatted'), inRichText, {
  type: 'rich_text_preformatted',
  elements: [words, { type: 'link', url: 'https://example.com' }],
  border: 0,
  language: 'sql',
})
const block = subject('rich text', blocksFile('RichTextBlock'), inMessage, { ...rich, block_id: 'b' })
const inContainer = subject('rich text within a block', blocksFile('RichTextBlock'), inMessage, {
  type: 'container',
  rich_text_title: { ...rich, block_id: 'b' },
  child_blocks: [section],
})
const parts = [
  line(words),
  { type: 'rich_text_list', style: 'bullet', elements: [line(words)] },
  { type: 'rich_text_quote', elements: [words] },
  { type: 'rich_text_preformatted', elements: [words] },
]

export const richTextRows: Row[] = [
  block.needs('elements'),
  block.count('elements', { min: 1 }, () => line(words), builderSchema),
  block.only('elements/0', parts, { type: 'paragraph', elements: [] }),
  inContainer.needs('rich_text_title/elements'),
  inContainer.length('rich_text_title/block_id', { max: 255 }),
  inContainer.length('rich_text_title/block_id', { min: 1 }, builderSchema),
  sectionPart.needs('elements'),
  sectionPart.only(
    'elements/0',
    inline.map(([type, , example]) => styled(type, example)),
    { type: 'shout', text: 'x' },
  ),
  listPart.needs('elements', 'style'),
  listPart.count('elements', { min: 1 }, () => line(words), guess('a list has an item')),
  listPart.only('elements/0', [line(words)], words),
  listPart.oneOf('style', ['bullet', 'ordered']),
  listPart.oneOf('border', [0, 1], extensionsFile('RichTextBorderable')),
  listPart.range('indent', { min: 0, max: 8 }),
  listPart.whole('indent'),
  listPart.range('offset', { min: 0 }, secondHand('slackblocks spec/limits.json')),
  listPart.whole('offset', guess('items are counted')),
  quote.needs('elements'),
  quote.only(
    'elements/0',
    [words],
    section,
    elementsFile('RichTextQuote'),
    'The `elements` of a rich_text_quote: as in a rich_text_section.',
  ),
  code.needs('elements'),
  code.only('elements/0', [words, { type: 'link', url: 'u' }], { type: 'user', user_id: 'U1' }),
  broadcast.needs('range'),
  broadcast.oneOf('range', ['here', 'channel', 'everyone']),
  date.needs('timestamp'),
  date.whole('timestamp'),
  inlineRows,
].flat()
