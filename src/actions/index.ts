import { insider, memberOf } from '../partnerships/index.ts'
import type { Feature } from '../platform/feature.ts'
import { markDone, openCancel, reopen, submitCancel } from './end/slack.ts'
import { keep, leaveBehind, openGive, submitGive, take } from './handover/slack.ts'
import { openInChannel } from './late/named.ts'
import { actionNudges, actionsComing } from './lines.ts'
import { actionList, list, listLate, turnPage } from './list/slack.ts'
import { commandHelp } from './messages.ts'
import type { ActionNeeds } from './needs.ts'
import { presenceChanged } from './presence.ts'
import { closerOrLead, onAction, ownerOrLead } from './rights.ts'
import { openAdd, openMove, submitAdd, submitMove } from './slack.ts'
import { story } from './story.ts'
import { actionsTable } from './told/export.ts'
import { actionFigures, actionOutcomes } from './told/since.ts'
import { toPlace } from './views.ts'

export type { ActionNeeds, ActionRef } from './needs.ts'
export { actionsFrom } from './store.ts'
export { addActionButton } from './views.ts'

/** Who does what, by when: added, moved, handed on, done or cancelled, and brought back until it is. */
export function actions(needs: ActionNeeds): Feature {
  const ofPlace = memberOf(async (_db, _workspaceId, value) => toPlace(value).partnershipId)
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
      { on: 'action', id: 'actions:late', may: insider, run: listLate },
      { on: 'action', id: 'actions:previous', may: insider, run: turnPage },
      { on: 'action', id: 'actions:next', may: insider, run: turnPage },
      { on: 'action', id: 'actions:add', may: ofPlace, run: (click) => openAdd(click, needs) },
      { on: 'view', id: 'actions:add', may: ofPlace, submit: (submission) => submitAdd(submission, needs) },
      { on: 'action', id: 'actions:take', may: onAction, run: (click) => take(click, needs) },
      { on: 'action', id: 'actions:keep', may: onAction, run: (click) => keep(click, needs) },
      { on: 'action', id: 'actions:give', may: ownerOrLead, run: openGive },
      { on: 'view', id: 'actions:give', may: ownerOrLead, submit: (submission) => submitGive(submission, needs) },
      { on: 'action', id: 'actions:done', may: onAction, run: (click) => markDone(click, needs) },
      { on: 'action', id: 'actions:reopen', may: closerOrLead, run: (click) => reopen(click, needs) },
      { on: 'action', id: 'actions:move', may: onAction, run: openMove },
      { on: 'view', id: 'actions:move', may: onAction, submit: (submission) => submitMove(submission, needs) },
      { on: 'action', id: 'actions:cancel', may: onAction, run: openCancel },
      { on: 'view', id: 'actions:cancel', may: onAction, submit: (submission) => submitCancel(submission, needs) },
    ],
    lists: { 'actions:list': actionList },
    nudges: actionNudges,
    coming: actionsComing,
    stillOpen: openInChannel,
    figures: actionFigures,
    outcomes: actionOutcomes,
    export: actionsTable,
    presenceChanged,
    personLeft: (trx, left, now) => leaveBehind(trx, left, needs, now),
    story,
  }
}
