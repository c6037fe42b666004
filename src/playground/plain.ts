import { isJson, type Json, objects, textOf, wordsOf } from './json.ts'
import { blocksText } from './plain/blocks.ts'
import { indented } from './plain/layout.ts'
import { mrkdwn } from './plain/mrkdwn.ts'
import type { Reading } from './plain/reading.ts'

export type { Reading } from './plain/reading.ts'

/** Blocks, or anything that carries them: a message, an ephemeral, a view. */
export type Plain = readonly object[] | object

/**
 * What a person sees, as plain text: mentions by name, dates in the reader's zone and language, buttons as
 * `[Answer]`, inputs as fields with label, hint and value.
 */
export function plain(thing: Plain, reading: Reading = {}): string {
  if (Array.isArray(thing)) return blocksText(objects(thing), reading, {})
  const one = isJson(thing) ? thing : {}
  return one.type === 'modal' || one.type === 'home' ? viewText(one, reading) : messageText(one, reading)
}

function messageText(message: Json, reading: Reading): string {
  const blocks = objects(message.blocks)
  const body = blocks.length ? blocksText(blocks, reading, {}) : mrkdwn(textOf(message.text) ?? '', reading)
  const attached = objects(message.attachments).map((one) =>
    indented(
      one.blocks
        ? blocksText(objects(one.blocks), reading, {})
        : mrkdwn(textOf(one.text) ?? textOf(one.fallback) ?? '', reading),
    ),
  )
  const files = objects(message.files).map((one) => `[file: ${one.title ?? one.name}]`)
  return [body, ...attached, ...files].filter((part) => part !== '').join('\n')
}

function viewText(view: Json, reading: Reading): string {
  const values = isJson(view.values)
    ? view.values
    : isJson(view.state) && isJson(view.state.values)
      ? view.state.values
      : {}
  const errors = isJson(view.errors) ? view.errors : {}
  const body = blocksText(objects(view.blocks), reading, { values, errors })
  if (view.type === 'home') return body
  const buttons = [wordsOf(view.close), wordsOf(view.submit)]
    .filter((words) => words !== '')
    .map((words) => `[${words}]`)
  return [`── ${wordsOf(view.title)} ──`, body, buttons.join(' ')].filter((part) => part !== '').join('\n')
}
