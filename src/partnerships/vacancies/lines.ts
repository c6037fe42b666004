/** A side without team lead: whoever can choose one is told until there is one. */
import type { Db } from '../../../db/schema.ts'
import { listInWords } from '../../platform/i18n.ts'
import type { Click } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import type { Item } from '../../platform/rendered.ts'
import { escaped, plain, said } from '../../platform/slack/blocks.ts'
import { whoSpeaksFor } from '../leading.ts'
import { noLongerThere } from '../messages.ts'
import { type Partnership, type Side, sides } from '../partnership.ts'
import { teamLeadsOf } from '../people/store.ts'
import { changeableBy } from '../rights.ts'
import { cancel } from '../setup/messages.ts'
import { peopleView } from '../setup/people-views.ts'
import { findDraft } from '../setup/store.ts'
import * as text from './messages.ts'

export const chooseAction = 'partnerships:choose-lead'

export async function vacancyNudges(db: Db, person: Person, now: number): Promise<Item[]> {
  const partnerships = await changeableBy(db, person)
  const items = partnerships.map(async (one) => {
    const vacant = await vacantSides(db, one.id)
    return Promise.all(vacant.map((side) => vacancy(db, one, side, person, now)))
  })
  return (await Promise.all(items)).flat()
}

async function vacantSides(db: Db, partnershipId: string): Promise<Side[]> {
  const leaders = await teamLeadsOf(db, partnershipId)
  return sides.filter((side) => !leaders.some((one) => one.side === side && one.role === 'team_lead'))
}

async function vacancy(
  db: Db,
  { id, name, changedAt }: Partnership,
  side: Side,
  { language }: Person,
  now: number,
): Promise<Item> {
  const speakers = (await whoSpeaksFor(db, id, side, now)).map((one) => escaped(one.name))
  return {
    id: `partnerships:vacancy:${id}:${side}`,
    title: text.noTeamLead(language, side, escaped(name)),
    ...(speakers.length > 0 ? { detail: text.speaksMeanwhile(language, listInWords(speakers, language)) } : {}),
    from: changedAt,
    partnershipId: id,
    buttons: [{ action: chooseAction, text: text.choose(language), value: id, primary: true }],
  }
}

/** *Choose*: step 2 of the set-up as it stands. */
export async function openChoice(click: Click): Promise<void> {
  const { db, person, value: id } = click
  const draft = await findDraft(db, person, id)
  if (!draft?.step2) {
    const words = noLongerThere(person.language)
    return click.reply(said(words))
  }
  const view = peopleView(id, draft.step2, [], person.language)
  await click.open({ ...view, close: plain(cancel(person.language)) })
}
