import { describe, expect, it } from 'vitest'
import { isLoading } from '../../../src/playground/page/modal/loading.ts'
import { Modals } from '../../../src/playground/page/modal/modals.tsx'
import type { View } from '../../../src/playground/page/wire.ts'
import { drawn, dutch, english, wordsIn } from './reader.tsx'

const plain = (text: string) => ({ type: 'plain_text', text })
const input = (id: string, element: object = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(`Label of ${id}`),
  element: { type: 'plain_text_input', action_id: 'a', ...element },
})
const view = (id: string, more: Partial<View> = {}): View => ({
  id,
  type: 'modal',
  userId: 'U1',
  callback_id: id,
  private_metadata: '',
  external_id: '',
  blocks: [input('name')],
  title: plain(`Title of ${id}`),
  submit: plain('Go'),
  close: null,
  clear_on_close: false,
  notify_on_close: false,
  hash: '1',
  root_view_id: id,
  previous_view_id: null,
  values: {},
  errors: {},
  shown: 1,
  ...more,
})
const foot = (html: string) => [...html.matchAll(/<button[^>]*>([^<]+)<\/button>/g)].map(([, words]) => words)

describe('a modal', () => {
  it('is not there when none is open', () => {
    expect(drawn(<Modals modals={[]} />)).toBe('')
  })

  it('is a dialog that is called by its title, with its fields', () => {
    const html = drawn(<Modals modals={[view('one')]} />)
    const title = /<dialog [^>]*aria-labelledby="([^"]+)"/.exec(html)?.[1]
    expect(html).toContain(`<h2 id="${title}">`)
    expect(wordsIn(html)).toContain('Title of one')
    expect(wordsIn(html)).toContain('Label of name')
  })

  it.each([
    ['as Slack calls them', english, {}, ['Cancel', 'Go']],
    ['in Dutch', dutch, {}, ['Annuleren', 'Go']],
    ['as the app calls them', dutch, { close: plain('Back') }, ['Back', 'Go']],
    ['with nothing to send', english, { submit: null }, ['Close']],
    ['with nothing to send, in Dutch', dutch, { submit: null }, ['Sluiten']],
  ])('has its buttons: %s', (_what, reading, more, buttons) => {
    expect(foot(drawn(<Modals modals={[view('one', more)]} />, { reading }))).toEqual(buttons)
  })

  it('shows what is filled in and what is wrong', () => {
    const values = { name: { a: { type: 'plain_text_input', value: 'Zoë' } } }
    const html = drawn(<Modals modals={[view('one', { values, errors: { name: 'Taken' } })]} />)
    expect(html).toContain('value="Zoë"')
    expect(html).toContain('aria-invalid="true"')
    expect(wordsIn(html)).toContain('Taken')
  })

  it('is alone to be seen when it lies on others, which are kept', () => {
    const html = drawn(<Modals modals={[view('one'), view('two'), view('three')]} />)
    const seen = html.split('<form').slice(1)
    expect(seen.map((part) => /^[^>]* hidden/.test(part))).toEqual([true, true, false])
    expect(seen.map((part) => part.includes('<h2 id='))).toEqual([false, false, true])
  })

  it('moves while it says that it loads', () => {
    const blocks = [{ type: 'section', text: plain('Loading…') }]
    expect(drawn(<Modals modals={[view('one', { blocks, submit: null })]} />)).toContain('role="progressbar"')
    expect(drawn(<Modals modals={[view('one')]} />)).not.toContain('role="progressbar"')
  })
})

describe('a view that loads', () => {
  const section = (text: string) => ({ type: 'section', text: plain(text) })
  const context = (text: string) => ({ type: 'context', elements: [{ type: 'mrkdwn', text }] })
  const button = { type: 'actions', elements: [{ type: 'button', text: plain('Go') }] }
  const cases: [what: string, view: Pick<View, 'blocks' | 'submit'>, loads: boolean][] = [
    ['trails off', { blocks: [section('Loading…')], submit: null }, true],
    ['trails off in Dutch, with a sign', { blocks: [section('Even geduld... :hourglass:')], submit: null }, true],
    ['begins with an hourglass', { blocks: [section(':hourglass: Wait a moment')], submit: null }, true],
    ['trails off in small print', { blocks: [section('Review'), context('One moment…')], submit: null }, true],
    ['says something whole', { blocks: [section('Thank you.')], submit: null }, false],
    ['can be sent', { blocks: [section('Loading…')], submit: plain('Go') }, false],
    ['has something to press', { blocks: [section('And more…'), button], submit: null }, false],
  ]
  it.each(cases)('%s', (_what, given, loads) => {
    expect(isLoading(given)).toBe(loads)
  })
})
