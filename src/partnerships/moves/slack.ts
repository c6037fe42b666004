/** People who join or leave a channel of a partnership are noticed, and who leads is asked what that means. */
import { z } from 'zod'
import type { Transaction } from '../../../db/schema.ts'
import { audit, type What } from '../../platform/audit.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import type { Language } from '../../platform/i18n.ts'
import type { Click, Listener, SlackEvent } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { escaped, said } from '../../platform/slack/blocks.ts'
import { findOrLearn, getWorkspace } from '../../workspaces/index.ts'
import { decidersOf } from '../leading.ts'
import { noLongerThere } from '../messages.ts'
import type { Partnership, Side } from '../partnership.ts'
import { handOver } from '../people/leaving.ts'
import { endMembership, insertMembers, lockPlaces } from '../people/membership-store.ts'
import { sideOf } from '../people/store.ts'
import { teamLeadOf } from '../rights.ts'
import type { SetUpNeeds } from '../setup/needs.ts'
import { findPartnership, partnershipsIn } from '../store.ts'
import { askedAbout, moveActions } from './lines.ts'
import * as text from './messages.ts'
import { type Answer, type Move, matters, sidesOfChannel } from './move.ts'
import { answerMove, insertMove, noteChanged, openMoves, overtake, partnershipOfMove, whoAnswered } from './store.ts'

const events = { member_joined_channel: 'joined', member_left_channel: 'left' } as const
const answers = Object.keys(moveActions) as (keyof typeof moveActions)[]

export function moveListeners(needs: SetUpNeeds): Listener[] {
  const may = teamLeadOf(partnershipOfMove)
  return [
    ...(['member_joined_channel', 'member_left_channel'] as const).map(
      (type): Listener => ({ on: 'event', type, run: (event) => noticed(event, events[type], needs) }),
    ),
    ...answers.map(
      (answer): Listener => ({
        on: 'action',
        id: moveActions[answer],
        may,
        run: (click) => answered(click, answer, needs),
      }),
    ),
  ]
}

const moved = z.object({ user: z.string(), channel: z.string() })

async function noticed(event: SlackEvent, what: Move['what'], { defaults }: SetUpNeeds): Promise<void> {
  const { db, workspaceId, now } = event
  const { user, channel } = moved.parse(event.event)
  const serving = await partnershipsIn(db, workspaceId, channel)
  if (serving.length === 0) return
  const known = await findOrLearn({ ...event, defaults }, await getWorkspace(db, workspaceId), user, now)
  if (!known || known.deactivated) return
  for (const partnership of serving)
    await db
      .transaction()
      .execute((trx) => note(trx, partnership, { person: known.person, channelId: channel, what }, now))
}

async function note(
  trx: Transaction,
  partnership: Partnership,
  move: Pick<Move, 'person' | 'channelId' | 'what'>,
  now: number,
): Promise<void> {
  const { person, channelId, what } = move
  await lockPlaces(trx, partnership.workspaceId)
  const on = await sideOf(trx, partnership.id, person.id)
  const asks = matters(what, person, on, sidesOfChannel(partnership.channels, channelId))
  if (asks) await insertMove(trx, { ...move, partnershipId: partnership.id }, now)
  else await overtake(trx, partnership.id, person.id, now)
  const asked = await askedAbout(trx, partnership, channelId, now)
  await itemsChanged(
    trx,
    partnership.workspaceId,
    asked.map(({ id }) => id),
    now,
  )
}

/** The first answer counts; whoever comes later reads who was first. */
async function answered(click: Click, answer: Answer, needs: SetUpNeeds): Promise<void> {
  const { db, person, now, value: id } = click
  const { language, workspaceId } = person
  const partnershipId = await partnershipOfMove(db, workspaceId, id)
  const partnership = partnershipId && (await findPartnership(db, workspaceId, partnershipId))
  if (!partnership) return click.reply(said(noLongerThere(language)))
  const move = await db.transaction().execute(async (trx) => {
    await lockPlaces(trx, workspaceId)
    const open = (await openMoves(trx, partnership.id)).find((one) => one.id === id)
    if (!open || !(await answerMove(trx, id, answer, person, now))) return undefined
    await carryOut(trx, needs, partnership, open, answer, person, now)
    const concerned = await decidersOf(trx, workspaceId, partnership.id)
    await itemsChanged(trx, workspaceId, [open.person.id, ...concerned.map((one) => one.id)], now)
    return open
  })
  if (move) return click.reply(said(done(answer, escaped(move.person.name), language)))
  const first = await whoAnswered(db, id)
  await click.reply(said(first ? text.answeredBefore(language, escaped(first)) : text.overtaken(language)))
}

/** The same that the set-up does where it puts somebody on a side or takes them off. */
async function carryOut(
  trx: Transaction,
  needs: SetUpNeeds,
  partnership: Partnership,
  { person }: Move,
  answer: Answer,
  by: Person,
  now: number,
): Promise<void> {
  if (answer === 'stays' || answer === 'not part of it') return
  if (answer === 'taken off') {
    const side = await endMembership(trx, partnership.id, person.id, now)
    if (side) {
      await noteMember('partnerships:member-removed', side)
      await handOver(trx, needs, partnership, [{ person, side }], now)
    }
  } else {
    await noteMember('partnerships:member-added', answer)
    await insertMembers(trx, partnership, [{ personId: person.id, side: answer }], now)
  }
  await noteChanged(trx, partnership.id, now)
  await needs.saved(trx, partnership, now)

  function noteMember(what: What, side: Side): Promise<void> {
    return audit(trx, by, { what, about: { partnership: partnership.id, person: person.id, side } }, now)
  }
}

function done(answer: Answer, who: string, language: Language): string {
  switch (answer) {
    case 'not part of it':
      return text.leftOut(language, who)
    case 'taken off':
      return text.nowOff(language, who)
    case 'stays':
      return text.stillIn(language, who)
    case 'marketing':
    case 'sales':
      return text.nowIn(language, who, answer)
  }
}
