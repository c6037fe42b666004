import { readFileSync } from 'node:fs'
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
import { isJson } from '../../src/playground/json.ts'
import type { Rule } from '../../src/playground/server/validator/rules.ts'
import { messagesOf, validate, validateMessage } from '../../src/playground/server/validator/validate.ts'
import { allRows } from './rules/chapters.ts'
import { allConstraints, allRules, examine, type Visit } from './rules/constraints.ts'
import { rulesPage } from './rules/page.ts'
import { spoiled } from './rules/spoil.ts'

describe('takes and refuses', () => {
  it.each(allRows.map((row, at) => [`${at} ${row.rule}`, row] as const))('%s', (_name, row) => {
    expect(messagesOf(examine(row.place, row.accepted).findings)).toEqual([])
    const { findings } = examine(row.refusedIn ?? row.place, row.refused)
    const { code, pointer, constraint } = row
    const seen = findings.map((one) => ({ code: one.code, pointer: one.pointer, constraint: one.constraint?.type }))
    expect(seen).toContainEqual({ code, pointer, constraint })
  })
})

const accepted = allRows.map((row) => ({ row, ...examine(row.place, row.accepted) }))
const refused = allRows.flatMap((row) => examine(row.refusedIn ?? row.place, row.refused).findings)
const visits = accepted.flatMap(({ visits }) => visits)
const keyOf = (() => {
  const ids = new Map<Rule, number>()
  return (rule: Rule, aspect: string) => {
    const id = ids.get(rule) ?? ids.size
    ids.set(rule, id)
    return `${id} ${aspect}`
  }
})()

describe('leaves no rule untried', () => {
  it('breaks every constraint with a refused example', () => {
    const broken = new Set([...refused, ...spoiled(accepted)].map(({ rule, aspect }) => keyOf(rule, aspect)))
    const untried = allConstraints().filter(({ rule, aspect }) => !broken.has(keyOf(rule, aspect)))
    expect(untried.map(({ name }) => name)).toEqual([])
  })

  it('uses every field, type and choice in an accepted example', () => {
    const used = new Set(visits.flatMap(({ rule, value }) => partsOf(rule, value).map((part) => keyOf(rule, part))))
    const unused = [...allRules()].flatMap(([rule, { name }]) =>
      allParts(rule)
        .filter((part) => !used.has(keyOf(rule, part)))
        .map((part) => `${name} ${part}`),
    )
    expect(unused).toEqual([])
  })

  it('has accepted examples that stand exactly at each limit', () => {
    const reached = new Set(visits.flatMap((visit) => measures(visit)))
    const gaps = limits().filter(({ rule, aspect, limit }) => !reached.has(keyOf(rule, `${aspect} ${limit}`)))
    expect(gaps.map(({ name, aspect, limit }) => `${name} ${aspect} ${limit}`)).toEqual([])
  })

  it('has refused examples one step over each limit', () => {
    const got = new Set(refused.map(({ rule, aspect, constraint }) => keyOf(rule, `${aspect} ${constraint?.got}`)))
    const gaps = limits().filter(({ rule, aspect, limit }) => {
      const over = aspect.startsWith('min') ? limit - 1 : limit + 1
      return !got.has(keyOf(rule, `${aspect} ${over}`))
    })
    expect(gaps.map(({ name, aspect, limit }) => `${name} ${aspect} ${limit}`)).toEqual([])
  })
})

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

describe('reports as Slack does', () => {
  it('names the limit that was broken, what it is and what was got', () => {
    const header = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }
    expect(validate([header], 'message')).toEqual([
      {
        code: 'failed_constraint',
        message: 'must be less than 151 characters',
        pointer: '/blocks/0/text/text',
        constraint: { type: 'max_length', expected: 150, got: 151 },
      },
    ])
  })

  it('names the types it would have taken', () => {
    const [problem] = validate([{ type: 'section', text: { type: 'invalid', text: 'x' } }], 'message')
    expect(problem).toEqual({
      code: 'failed_constraint',
      message: 'unsupported type: invalid',
      pointer: '/blocks/0/text/type',
      constraint: { type: 'enum', expected: ['plain_text', 'mrkdwn'], got: 'invalid' },
    })
  })

  it('names the field that is missing', () => {
    const problems = validate([{}], 'message')
    expect(problems).toEqual([
      { code: 'missing_field', message: 'missing required field: type', pointer: '/blocks/0', field: 'type' },
    ])
    expect(messagesOf(problems)).toEqual(['missing required field: type [json-pointer:/blocks/0]'])
  })

  it('points into a message from its top', () => {
    const attachments = [{ blocks: [{ type: 'nonsense' }] }]
    const pointers = validateMessage({ text: 'x', blocks: [{ type: 'nonsense' }], attachments }).map(
      (one) => one.pointer,
    )
    expect(pointers).toEqual(['/blocks/0/type', '/attachments/0/blocks/0/type'])
    expect(validateMessage('x')).toHaveLength(1)
  })

  it.each(['message', 'modal', 'home'] as const)('refuses what is no payload at all for a %s', (surface) => {
    for (const payload of [undefined, null, 1, 'x', { blocks: 1 }, [null]])
      expect(validate(payload, surface)).not.toEqual([])
  })
})

describe('is written down', () => {
  it('rule by rule in docs/stand-in-blocks.md', () => {
    expect(readFileSync('docs/stand-in-blocks.md', 'utf8')).toBe(rulesPage())
  })

  it('with a source that can be looked up, or is called what it is', () => {
    const known = /^(@slack\/types 3\.2\.0 |docs\.slack\.dev\/|github\.com\/slackapi\/|second-hand: |guess: )\S/
    expect(allRows.filter(({ source }) => !known.test(source)).map(({ source }) => source)).toEqual([])
  })
})

/** What of a rule a value makes use of. */
function partsOf(rule: Rule, value: unknown): string[] {
  if (rule.kind === 'one_of') return [`choice ${value}`]
  if (!isJson(value)) return []
  if (rule.kind === 'by_type') return [`type ${value.type}`]
  return rule.kind === 'object' ? Object.keys(value).map((field) => `field ${field}`) : []
}

function allParts(rule: Rule): string[] {
  if (rule.kind === 'one_of') return rule.allowed.map((one) => `choice ${one}`)
  if (rule.kind === 'by_type') return Object.keys(rule.types).map((type) => `type ${type}`)
  return rule.kind === 'object' ? Object.keys(rule.fields).map((field) => `field ${field}`) : []
}

interface Limit {
  rule: Rule
  name: string
  aspect: string
  limit: number
}

function limits(): Limit[] {
  return [...allRules()].flatMap(([rule, { name }]) => {
    const all: [aspect: string, limit: number | undefined][] = []
    if (rule.kind === 'string') all.push(['min_length', rule.min], ['max_length', rule.max])
    if (rule.kind === 'number') all.push(['minimum', rule.min], ['maximum', rule.max])
    if (rule.kind === 'list') all.push(['min_items', rule.min], ['max_items', rule.max])
    for (const check of rule.kind === 'list' || rule.kind === 'object' ? rule.checks : [])
      if ('max' in check) all.push([`check:${check.name}`, check.max])
    return all.flatMap(([aspect, limit]) => (limit === undefined ? [] : [{ rule, name, aspect, limit }]))
  })
}

/** Where a value stands between the limits of its rule. */
function measures({ rule, value }: Visit): string[] {
  if (rule.kind === 'string' && typeof value === 'string') {
    const length = [...value].length
    return [keyOf(rule, `min_length ${length}`), keyOf(rule, `max_length ${length}`)]
  }
  if (rule.kind === 'number') return [keyOf(rule, `minimum ${value}`), keyOf(rule, `maximum ${value}`)]
  if (rule.kind === 'list' && Array.isArray(value)) {
    const totals = rule.checks.flatMap((one) => ('max' in one ? [`check:${one.name} ${one.measure(value)}`] : []))
    return [`min_items ${value.length}`, `max_items ${value.length}`, ...totals].map((one) => keyOf(rule, one))
  }
  if (rule.kind !== 'object' || !isJson(value)) return []
  return rule.checks.flatMap((one) => ('max' in one ? [keyOf(rule, `check:${one.name} ${one.measure(value)}`)] : []))
}
