import type { Json } from '../../../src/playground/json.ts'
import { type Frame, long, many, put, type Row } from './row.ts'
import { extensionsFile, objectsFile } from './sources.ts'

interface Bounds {
  min?: number
  max?: number
}

type Kind = 'plain_text' | 'mrkdwn'

/** Makes the rows about one thing: each is its example, changed in one place. */
export function subject(name: string, source: string, frame: Frame, example: Json) {
  const row = (rule: string, from: string, pair: [unknown, unknown], at: string, constraint?: string): Row => ({
    rule,
    source: from,
    place: frame.place,
    accepted: frame.put(pair[0]),
    refused: frame.put(pair[1]),
    code: constraint === undefined ? 'missing_field' : 'failed_constraint',
    pointer: frame.prefix + at,
    ...(constraint !== undefined && { constraint }),
  })
  const at = (path: string, value: unknown) => put(example, path, value)
  const under = (path: string) => (path === '' ? '' : `/${path}`)
  function change(
    path: string,
    taken: unknown,
    refused: unknown,
    rule: string,
    type: string,
    from: string,
    end = '',
  ): Row {
    return row(rule, from, [at(path, taken), at(path, refused)], under(path) + end, type)
  }

  /** Text of so many characters. */
  function length(path: string, { min, max }: Bounds, from = source, word = long): Row[] {
    const rule = `The ${spoken(path)} of ${name} ${min === 1 && max === undefined ? 'is not empty' : `has ${bounds(min, max)} characters`}.`
    return [
      ...(max === undefined ? [] : [change(path, word(max), word(max + 1), rule, 'max_length', from)]),
      ...(min === undefined ? [] : [change(path, word(min), word(min - 1), rule, 'min_length', from)]),
    ]
  }

  /** A list of so many items. */
  function count(path: string, { min, max }: Bounds, item: (at: number) => unknown, from = source): Row[] {
    const within = /\/\d+$/.test(path) ? `items in each of the ${spoken(path)} of` : `${spoken(path)} in`
    const rule = `There are ${bounds(min, max)} ${within} ${name}.`
    return [
      ...(max === undefined ? [] : [change(path, many(max, item), many(max + 1, item), rule, 'max_items', from)]),
      ...(min === undefined ? [] : [change(path, many(min, item), many(min - 1, item), rule, 'min_items', from)]),
    ]
  }

  /** A number between two others. */
  function range(path: string, { min, max }: Bounds, from = source): Row[] {
    const rule = `The ${spoken(path)} of ${name} is ${bounds(min, max)}.`
    return [
      ...(max === undefined ? [] : [change(path, max, max + 1, rule, 'maximum', from)]),
      ...(min === undefined ? [] : [change(path, min, min - 1, rule, 'minimum', from)]),
    ]
  }

  function whole(path: string, from = source): Row[] {
    return [change(path, 2, 2.5, `The ${spoken(path)} of ${name} is a whole number.`, 'integer', from)]
  }

  /** Fields that may not be left out. */
  function needs(...paths: string[]): Row[] {
    const rule = `${capital(name)} has ${paths.map(spoken).join(', ')}.`
    return paths.map((path) => {
      const parent = path.includes('/') ? `/${path.slice(0, path.lastIndexOf('/'))}` : ''
      return row(rule, source, [example, at(path, undefined)], parent)
    })
  }

  function oneOf(path: string, allowed: (string | number)[], from = source): Row[] {
    const rule = `The ${spoken(path)} of ${name} is ${allowed.map((one) => `\`${one}\``).join(' or ')}.`
    return allowed.map((one) => change(path, one, 'nonsense', rule, 'enum', from))
  }

  function form(path: string, good: string, bad: string, from = source): Row[] {
    const rule = `The ${spoken(path)} of ${name} has a form like \`${good}\`.`
    return [change(path, good, bad, rule, 'pattern', from)]
  }

  function address(path: string, max: number, from = source, scheme = 'https'): Row[] {
    const word = (size: number) => `${scheme}://example.com/`.padEnd(size, 'x')
    return [...length(path, { max }, from, word), ...form(path, `${scheme}://example.com/a`, 'example.com', from)]
  }

  /** Objects of certain types and no other. */
  function only(path: string, good: Json[], bad: Json, from = source, sentence?: string): Row[] {
    const named = good.map(({ type }) => `\`${type}\``).join(', ')
    const rule = sentence ?? `The ${spoken(path)} of ${name}: only ${named}.`
    return good.map((one) => row(rule, from, [at(path, one), at(path, bad)], `${under(path)}/type`, 'enum'))
  }

  /** A text object. */
  function text(path: string, max: number, kinds: Kind[] = ['plain_text'], from = source): Row[] {
    const other = kinds.length > 1 ? 'html' : kinds[0] === 'mrkdwn' ? 'plain_text' : 'mrkdwn'
    const objects = objectsFile('PlainTextElement, MrkdwnElement')
    const kind = kinds.map((one) => `\`${one}\``).join(' or ')
    const rule = `The ${spoken(path)} of ${name} is ${kind} of ${bounds(undefined, max)} characters.`
    const short = kinds.map((type) => ({ type, text: 'x' }))
    return [
      ...only(path, short, { type: other, text: 'x' }, from, rule),
      ...kinds.flatMap((type) => {
        const words = (size: number) => ({ type, text: long(size) })
        const more = type === 'mrkdwn' ? { verbatim: true } : { emoji: true }
        const full = { ...words(1), ...more }
        return [
          change(path, words(max), words(max + 1), rule, 'max_length', from, '/text'),
          change(path, full, words(0), 'No text object is empty.', 'min_length', objects, '/text'),
          row('A text object has a `text`.', objects, [at(path, full), at(path, { type })], under(path)),
        ]
      }),
    ]
  }

  /** Any other rule: what is put over the example, taken and refused. */
  function rule(sentence: string, taken: Json, refused: Json, where: string, constraint = 'all_of', from = source) {
    const pair: [unknown, unknown] = [over(example, taken), over(example, refused)]
    return [row(sentence, from, pair, where, constraint)]
  }

  function actionId(path = 'action_id'): Row[] {
    return length(path, { min: 1, max: 255 }, extensionsFile('Action.action_id'))
  }

  return { length, count, range, whole, needs, oneOf, form, address, only, text, rule, actionId }
}

function over(example: Json, more: Json): Json {
  return Object.fromEntries(Object.entries({ ...example, ...more }).filter(([, value]) => value !== undefined))
}

/** 'options/0/text/text' is said `options.text`. */
function spoken(path: string): string {
  const parts = path.split('/').filter((part) => !/^\d+$/.test(part))
  return `\`${parts.join('.')}\``
}

function bounds(min: number | undefined, max: number | undefined): string {
  const said = (count: number) => count.toLocaleString('en')
  if (min !== undefined && max !== undefined) return `${said(min)} to ${said(max)}`
  return max === undefined ? `${said(min ?? 0)} or more` : `at most ${said(max)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
