import { isJson, type Json } from '../../json.ts'
import type { Receipt } from '../delivery/courier.ts'
import { Refusal } from '../refusal.ts'
import { checkView, clearModals, popModal, pushModal, saveView, updateView } from '../views.ts'
import type { View, Workspace } from '../workspace.ts'

export interface Submission {
  acked: boolean
  /** What stands under the fields, by block id: from Slack itself when nothing was sent, else from the app. */
  errors?: Record<string, string>
  /** What Slack says when the app did not answer, or not as it should. */
  trouble?: string
}

const noConnection = 'We had some trouble connecting. Try again?'

/** Does with a submitted modal what the app answered. */
export function settleSubmission(workspace: Workspace, view: View, receipt: Receipt): Submission {
  if (!receipt.acked) return { acked: false, trouble: noConnection }
  const answer = isJson(receipt.answer) ? receipt.answer : {}
  try {
    return { acked: true, ...follow(workspace, view, answer) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const reasons = isJson(error.extra.response_metadata) ? error.extra.response_metadata.messages : ''
    return { acked: true, trouble: `${noConnection} (${error.code} ${JSON.stringify(reasons)})` }
  }
}

function follow(workspace: Workspace, view: View, answer: Json): Omit<Submission, 'acked'> {
  const current = workspace.views.get(view.id)
  switch (answer.response_action) {
    case undefined:
      if (Object.keys(answer).length > 0) return { trouble: `${noConnection} (unknown answer)` }
      if (current) popModal(workspace, view.userId)
      return {}
    case 'clear':
      clearModals(workspace, view.userId)
      return {}
    case 'update':
      updateView(workspace, current ?? view, answer.view)
      return {}
    case 'push':
      pushModal(workspace, view.userId, checkView(workspace, answer.view, 'modal'))
      return {}
    case 'errors':
      return showErrors(workspace, current ?? view, answer.errors)
    default:
      return { trouble: `${noConnection} (unknown response_action)` }
  }
}

function showErrors(workspace: Workspace, view: View, given: unknown): Omit<Submission, 'acked'> {
  const inputs = new Set(view.blocks.filter((one) => one.type === 'input').map((one) => one.block_id))
  const entries = isJson(given) ? Object.entries(given) : []
  const sound = entries.length > 0 && entries.every(([block, text]) => inputs.has(block) && typeof text === 'string')
  if (!sound) return { trouble: `${noConnection} (errors must name input blocks)` }
  const errors = Object.fromEntries(entries.map(([block, text]) => [block, String(text)]))
  saveView(workspace, { ...view, errors })
  return { errors }
}
