import { audit } from '../../platform/audit.ts'
import type { Click, Listener } from '../../platform/interaction.ts'
import { buttons, escaped, said } from '../../platform/slack/blocks.ts'
import { noLongerThere } from '../messages.ts'
import type { Partnership } from '../partnership.ts'
import { itself, teamLeadOf } from '../rights.ts'
import { findPartnership } from '../store.ts'
import * as text from './messages.ts'
import { savePilot } from './store.ts'
import { begunWords, pilotActions, pilotButtons, pilotView } from './views.ts'

export const pilotListeners: Listener[] = [
  { on: 'action', id: pilotActions.begin, may: teamLeadOf(itself), run: begin },
  { on: 'action', id: pilotActions.goLive, may: teamLeadOf(itself), run: goLive },
]

/** From now on everything goes to whoever pressed it. */
async function begin(click: Click): Promise<void> {
  const { person } = click
  const partnership = await findPartnership(click.db, person.workspaceId, click.value)
  if (!partnership) return say(click, undefined, noLongerThere(person.language))
  await decide(click, partnership, person.id)
  await say(click, { ...partnership, pilotId: person.id }, begunWords(person, person.language))
}

async function goLive(click: Click): Promise<void> {
  const { person } = click
  const { language } = person
  const partnership = await findPartnership(click.db, person.workspaceId, click.value)
  if (!partnership) return say(click, undefined, noLongerThere(language))
  const first = await decide(click, partnership, null)
  const words = first ? text.live : text.liveAlready
  await say(click, { ...partnership, pilotId: undefined }, words(language, escaped(partnership.name)))
}

/** @returns whether that is new */
function decide({ db, person, now }: Click, { id }: Partnership, pilotId: string | null): Promise<boolean> {
  const what = pilotId === null ? 'partnerships:pilot-off' : 'partnerships:pilot-on'
  return db.transaction().execute(async (trx) => {
    const isNew = await savePilot(trx, id, pilotId)
    if (isNew) await audit(trx, person, { what, about: { partnership: id } }, now)
    return isNew
  })
}

/** In the window of the set-up, which carries the partnership, it stands there; elsewhere it is answered, with the way back. */
async function say(click: Click, partnership: Partnership | undefined, words: string): Promise<void> {
  const { person, view } = click
  if (!partnership) return click.answer(said(words))
  const pilot = partnership.pilotId === undefined ? undefined : person
  const row = pilotButtons(partnership.id, pilot, person, person.language)
  if (view?.metadata !== partnership.id) return click.answer(said(words, ...(pilot ? [buttons(row)] : [])))
  await click.change(view, pilotView(words, row, person.language))
  await click.followed()
}
