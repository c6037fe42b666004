/** `/rondo who`: whom to call on the other side for what. */
import type { Db } from '../../../db/schema.ts'
import type { Click, Command, Conversation, Listener, Right, Word } from '../../platform/interaction.ts'
import { said } from '../../platform/slack/blocks.ts'
import { findAbsence, whoIsAway } from '../../workspaces/index.ts'
import { type Partnership, type Side, sides } from '../partnership.ts'
import { otherSide } from '../people/ladder.ts'
import type { Member } from '../people/member.ts'
import { contactsOf, membersOf, sideOf, teamLeadsOf } from '../people/store.ts'
import { resolvePartnership } from '../resolve.ts'
import { insider, itself, memberOf, teamLeadOf } from '../rights.ts'
import { findPartnership } from '../store.ts'
import * as text from './messages.ts'
import { type Absences, type Callable, contactAction, whichMessage, whoMessage } from './views.ts'

/** Those who are in one of the two teams, and who may change them. */
const mayLook: Right = {
  name: 'member or team lead',
  async refuse(db, request, now) {
    const refusal = await memberOf(itself).refuse(db, request, now)
    if (refusal === undefined) return undefined
    return (await teamLeadOf(itself).refuse(db, request, now)) === undefined ? undefined : refusal
  },
}

export const whoWord: Word = {
  words: { en: ['who', 'contacts', 'contact'], nl: ['wie', 'contacten', 'contact', 'aanspreekpunten'] },
  help: text.whoHelp,
  may: insider,
  run: who,
}

export const whoListener: Listener = { on: 'action', id: contactAction.who, may: mayLook, run: whoChosen }

async function who(command: Command): Promise<void> {
  const { db, person, now, channelId } = command
  const resolved = await resolvePartnership(db, { workspaceId: person.workspaceId, personId: person.id, channelId })
  if (resolved.kind === 'none') return command.reply(said(text.inNone(person.language)))
  if (resolved.kind === 'ask') return command.reply(whichMessage(resolved.candidates, person.language))
  const { partnership } = resolved
  const refusal = await mayLook.refuse(db, { person, value: partnership.id }, now)
  if (refusal !== undefined) return command.reply(said(refusal))
  await answer(command, partnership)
}

async function whoChosen(click: Click): Promise<void> {
  const { db, person, value: id } = click
  const partnership = await findPartnership(db, person.workspaceId, id)
  if (partnership) await answer(click, partnership)
}

async function answer({ db, person, now, reply }: Conversation, { id, name }: Partnership): Promise<void> {
  const own = await sideOf(db, id, person.id)
  const asked = own === undefined || person.admin ? sides : [otherSide(own)]
  const members = await membersOf(db, id)
  const callable = await Promise.all(asked.map((side) => callableOn(db, id, side, members)))
  await reply(whoMessage(name, callable, await absencesOf(db, members, now), person.language))
}

async function callableOn(db: Db, id: string, side: Side, members: readonly Member[]): Promise<Callable> {
  const here = (one: Member) => one.side === side
  const [contacts, leaders] = [await contactsOf(db, id), await teamLeadsOf(db, id)]
  return { side, contacts: contacts.filter(here), leaders: leaders.filter(here), members: members.filter(here) }
}

async function absencesOf(db: Db, members: readonly Member[], now: number): Promise<Absences> {
  const people = members.map(({ person }) => person)
  const away = await whoIsAway(db, people, now)
  const absent = people.filter(({ id }) => away.has(id))
  const found = absent.map(async (one) => [one.id, { until: (await findAbsence(db, one, now))?.until }] as const)
  return new Map(await Promise.all(found))
}
