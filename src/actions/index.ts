import { insider, memberOf } from '../partnerships/index.ts'
import type { Feature } from '../platform/feature.ts'
import { actionNudges, actionsComing, openItems } from './lines.ts'
import { commandHelp } from './messages.ts'
import {
  type ActionNeeds,
  list,
  markDone,
  openAdd,
  openCancel,
  openMove,
  submitAdd,
  submitCancel,
  submitMove,
  take,
} from './slack.ts'
import { findAction } from './store.ts'
import { story } from './story.ts'
import { toPlace } from './views.ts'

export type { ActionNeeds, ActionRef } from './slack.ts'
export { actionsFrom } from './store.ts'
export { addActionButton } from './views.ts'

/** Who does what, by when: added, moved, done or cancelled, and brought back until it is. */
export function actions(needs: ActionNeeds): Feature {
  const ofPlace = memberOf(async (_db, _workspaceId, value) => toPlace(value).partnershipId)
  const ofAction = memberOf(async (db, workspaceId, id) => (await findAction(db, workspaceId, id))?.partnershipId)
  return {
    name: 'actions',
    words: [
      {
        words: { en: ['actions', 'action'], nl: ['acties', 'actiepunten', 'actie', 'actiepunt'] },
        help: commandHelp,
        may: insider,
        run: list,
      },
    ],
    listeners: [
      { on: 'action', id: 'actions:add', may: ofPlace, run: (click) => openAdd(click, needs) },
      { on: 'view', id: 'actions:add', may: ofPlace, submit: (submission) => submitAdd(submission, needs) },
      { on: 'action', id: 'actions:take', may: ofAction, run: (click) => take(click, needs) },
      { on: 'action', id: 'actions:done', may: ofAction, run: (click) => markDone(click, needs) },
      { on: 'action', id: 'actions:move', may: ofAction, run: openMove },
      { on: 'view', id: 'actions:move', may: ofAction, submit: (submission) => submitMove(submission, needs) },
      { on: 'action', id: 'actions:cancel', may: ofAction, run: openCancel },
      { on: 'view', id: 'actions:cancel', may: ofAction, submit: (submission) => submitCancel(submission, needs) },
    ],
    nudges: actionNudges,
    coming: actionsComing,
    stillOpen: (db, partnership, now) => openItems(db, partnership, partnership.language, now),
    story,
  }
}
