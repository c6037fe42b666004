import { insider, teamLeadOf } from '../../partnerships/index.ts'
import type { Listener, Right } from '../../platform/interaction.ts'
import { findCheckIn } from '../store.ts'
import { leadsSome } from './changeable.ts'
import { openCopy, submitCopy } from './copying.ts'
import { toEditing } from './editing.ts'
import { actionOf, redrawing } from './fields.ts'
import { end, holdAsUsual, submitMove } from './life.ts'
import { redraw, startNew, submitPlan, templateChosen } from './making.ts'
import { manage } from './manage.ts'
import { toDateRef, toDoing } from './refs.ts'
import { run } from './run.ts'

/** Who may do something with the check-in that a value names. */
const leads = (idIn: (value: string) => string | undefined): Right =>
  teamLeadOf(async (db, workspaceId, value) => (await findCheckIn(db, workspaceId, idIn(value) ?? ''))?.partnershipId)

const ofCheckIn = leads((value) => value)
const ofDate = leads((value) => toDateRef(value).checkInId)
const ofDoing = leads((value) => toDoing(value)?.checkInId)
const ofTemplate = teamLeadOf(async (_db, _workspaceId, value) => value.split(':')[0])
const ofEditing = teamLeadOf(async (_db, _workspaceId, metadata) => toEditing(metadata)?.partnershipId)

/** Making, changing and ending check-ins. */
export const planningListeners: Listener[] = [
  { on: 'action', id: 'checkins:run', may: ofCheckIn, run },
  { on: 'action', id: 'checkins:manage', may: ofDoing, run: manage },
  { on: 'action', id: 'checkins:resume', may: ofDoing, run: manage },
  { on: 'action', id: 'checkins:as-usual', may: ofDate, run: holdAsUsual },
  { on: 'view', id: 'checkins:move', may: ofDate, submit: submitMove },
  { on: 'action', id: 'checkins:new', may: leadsSome, run: startNew },
  { on: 'action', id: 'checkins:template', may: ofTemplate, run: templateChosen },
  // What is clicked here is a value of a field; whose form it is stands in its window, and is asked there.
  ...redrawing.map((name): Listener => ({ on: 'action', id: actionOf(name), may: insider, run: redraw })),
  { on: 'view', id: 'checkins:plan', may: ofEditing, submit: submitPlan },
  { on: 'action', id: 'checkins:copy', may: ofCheckIn, run: openCopy },
  { on: 'view', id: 'checkins:copy', may: ofCheckIn, submit: submitCopy },
  { on: 'action', id: 'checkins:end', may: ofCheckIn, run: end },
]
