import { aHome, aModal, cell, divider, home, input, modal, mrkdwn, plain, section, typed } from './examples.ts'
import { long, many, type Row } from './row.ts'
import { blocksFile, extensionsFile, guess, limitsFile, notes, viewsFile } from './sources.ts'
import { subject } from './subject.ts'

const full = {
  ...modal(section),
  close: plain('No'),
  private_metadata: 'm',
  callback_id: 'c',
  external_id: 'e',
  clear_on_close: true,
  notify_on_close: true,
}
const modalView = subject('a modal', viewsFile('ModalView'), aModal, full)
const homeView = subject('a Home', viewsFile('HomeView'), aHome, {
  ...home(section),
  private_metadata: 'm',
  callback_id: 'c',
  external_id: 'e',
})
const openPage = notes('methods/views.open')
const select = (more: object = {}) => ({ type: 'users_select', ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })

/** A view of exactly so many bytes. */
function ofBytes(view: object, bytes: number): object {
  const filled = { ...view, blocks: many(84, () => ({ type: 'section', text: mrkdwn(long(2900)) })) }
  const left = bytes - Buffer.byteLength(JSON.stringify(filled))
  return { ...filled, private_metadata: long(left - ',"private_metadata":""'.length) }
}
const kilo = 'A view is at most 250 kB.'
const tooLarge = (row: Row): Row => ({ ...row, code: 'view_too_large' })
const bareModal = { type: 'modal', title: plain('T') }
const bytesRows: Row[] = [
  ...subject('a modal', openPage, aModal, {}).rule(
    kilo,
    { ...ofBytes(bareModal, 250_000) },
    { ...ofBytes(bareModal, 250_001) },
    '',
    'maximum',
  ),
  ...subject('a Home', openPage, aHome, {}).rule(
    kilo,
    { ...ofBytes({ type: 'home' }, 250_000) },
    { ...ofBytes({ type: 'home' }, 250_001) },
    '',
    'maximum',
  ),
].map(tooLarge)

const inBlocks = (blocks: unknown[]) => ({ blocks })

export const viewRows: Row[] = [
  modalView.needs('title', 'blocks'),
  homeView.needs('blocks'),
  modalView.text('title', 24),
  modalView.text('submit', 24),
  modalView.text('close', 24),
  modalView.length('private_metadata', { max: 3000 }),
  modalView.length('callback_id', { max: 255 }),
  modalView.length('external_id', { max: 255 }, limitsFile),
  modalView.count('blocks', { max: 100 }, () => divider),
  modalView.only('', [full], home(section), viewsFile('ModalView'), 'A modal is a `modal`.'),
  homeView.only('', [home(section)], modal(section), viewsFile('HomeView'), 'A Home is a `home`.'),
  modalView.rule(
    'A modal with an input block has a `submit`.',
    inBlocks([input(typed)]),
    { submit: undefined, blocks: [input(typed)] },
    '',
  ),
  bytesRows,
  modalView.rule(
    'Every block_id stands once in a view.',
    inBlocks([
      { ...divider, block_id: 'a' },
      { ...divider, block_id: 'b' },
    ]),
    inBlocks([
      { ...divider, block_id: 'a' },
      { ...divider, block_id: 'a' },
    ]),
    '/blocks',
    'all_of',
    blocksFile('Block.block_id'),
  ),
  modalView.rule(
    'Every action_id stands once in its block.',
    inBlocks([actions(select({ action_id: 'a' })), actions(select({ action_id: 'a' }))]),
    inBlocks([actions(select({ action_id: 'a' }), select({ action_id: 'a' }))]),
    '/blocks',
    'all_of',
    extensionsFile('Action.action_id'),
  ),
  modalView.rule(
    'Only one element has `focus_on_load`.',
    inBlocks([input(select({ focus_on_load: true })), input(select({ focus_on_load: false }))]),
    inBlocks([input(select({ focus_on_load: true })), input(select({ focus_on_load: true }))]),
    '/blocks',
    'all_of',
    extensionsFile('Focusable.focus_on_load'),
  ),
  modalView.rule(
    '`response_url_enabled` is for input blocks in modals.',
    inBlocks([input({ type: 'channels_select', response_url_enabled: true })]),
    inBlocks([actions({ type: 'channels_select', response_url_enabled: true })]),
    '/blocks',
    'all_of',
    notes('block-kit/block-elements/select-menu-element'),
  ),
  homeView.rule(
    '`response_url_enabled` is for input blocks in modals.',
    inBlocks([input({ type: 'channels_select', response_url_enabled: false })]),
    inBlocks([input({ type: 'channels_select', response_url_enabled: true })]),
    '/blocks',
    'all_of',
    notes('block-kit/block-elements/select-menu-element'),
  ),
  homeView.rule(
    'A Home has one table.',
    inBlocks([{ type: 'table', rows: [[cell()]] }]),
    inBlocks(many(2, () => ({ type: 'table', rows: [[cell()]] }))),
    '/blocks',
    'maximum',
    guess('as in a message'),
  ),
].flat()
