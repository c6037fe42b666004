import { kindOf } from '../../fields.ts'
import { isJson, type Json, textOf, wordsOf } from '../../json.ts'
import { type Placed, placedElements } from '../../placed.ts'
import { uploaded } from '../files.ts'
import { complaints, filledIn, withValue } from '../form.ts'
import { toView } from '../shapes.ts'
import { clearModals, openModals, popModal, saveView } from '../views.ts'
import type { User, View } from '../workspace.ts'
import { suggestionKey } from './click.ts'
import { type Desk, introduction } from './desk.ts'
import { fill, type Given } from './fill.ts'
import { type Submission, settleSubmission } from './submission.ts'

/** Fills fields in by block_id, action_id or label. Throws when the modal has no such field. */
export function fillIn(desk: Desk, user: User, values: Record<string, Given>): View {
  const view = topModal(desk, user)
  let filled = view.values
  for (const [named, given] of Object.entries(values)) {
    const placed = fieldOf(view, named)
    const offered = desk.suggested.get(suggestionKey(user, placed)) ?? []
    filled = withValue(filled, placed, fill(desk.workspace, placed.element, kept(desk, user, placed, given), offered))
  }
  return saveView(desk.workspace, { ...view, values: filled })
}

/** What is put in a field for files is uploaded at once. */
function kept({ office }: Desk, user: User, { element }: Placed, given: Given): Given {
  if (element.type !== 'file_input' || !Array.isArray(given)) return given
  return given.filter(isJson).map((file) => uploaded(office, user, file))
}

/** Presses the modal's submit button. What Slack itself finds missing never reaches the app. */
export async function submit(desk: Desk, user: User, values: Record<string, Given>): Promise<Submission> {
  const view = fillIn(desk, user, values)
  if (!view.submit) throw new Error('This modal has no button to submit it.')
  const errors = complaints(placedElements(view.blocks), view.values, user.locale)
  const asked = saveView(desk.workspace, { ...view, errors })
  if (Object.keys(errors).length) return { acked: false, errors }
  const payload = {
    type: 'view_submission',
    ...introduction(desk, user),
    trigger_id: desk.office.triggers.issue(user.id),
    view: toView(desk.workspace, asked),
    response_urls: responseUrls(desk, user, asked),
  }
  const receipt = await desk.mailroom.deliver({ kind: 'interactive', payload })
  return settleSubmission(desk.workspace, asked, receipt)
}

/** Closes the modal in front, or all of them; tells the app where it asked to be told. */
export async function close(desk: Desk, user: User, all: boolean): Promise<void> {
  const top = topModal(desk, user)
  const isCleared = all || top.clear_on_close
  const closed = isCleared ? openModals(desk.workspace, user.id) : [top]
  if (isCleared) clearModals(desk.workspace, user.id)
  else popModal(desk.workspace, user.id)
  const told = closed
    .filter((one) => one.notify_on_close)
    .map((view) => ({
      type: 'view_closed',
      ...introduction(desk, user),
      view: toView(desk.workspace, view),
      is_cleared: isCleared,
    }))
  await Promise.all(told.map((payload) => desk.mailroom.deliver({ kind: 'interactive', payload })))
}

function topModal(desk: Desk, user: User): View {
  const view = openModals(desk.workspace, user.id).at(-1)
  if (!view) throw new Error(`${user.name} has no modal open.`)
  return view
}

function fieldOf(view: View, named: string): Placed {
  const fields = placedElements(view.blocks).filter((one) => kindOf(one.element))
  const field =
    fields.find((one) => one.blockId === named) ??
    fields.find((one) => one.actionId === named) ??
    fields.find((one) => wordsOf(one.block.label) === named)
  if (field) return field
  const seen =
    fields.map((one) => `${one.blockId} / ${one.actionId} (${wordsOf(one.block.label)})`).join(', ') || 'none'
  throw new Error(`There is no field "${named}"; there are: ${seen}.`)
}

/** A response_url for each channel chosen in a select that asked for one. */
function responseUrls(desk: Desk, user: User, view: View): Json[] {
  return placedElements(view.blocks).flatMap((placed) => {
    const chosen = textOf(filledIn(view.values, placed))
    const channel = chosen === undefined ? undefined : desk.workspace.channels.get(chosen)
    if (placed.element.response_url_enabled !== true || !channel) return []
    const response_url = desk.responseUrls.issue({ userId: user.id, channel })
    return [{ block_id: placed.blockId, action_id: placed.actionId, channel_id: channel.id, response_url }]
  })
}
