import type { ModalView } from '@slack/types'
import type { Transaction } from '../../../db/schema.ts'
import { audit, type What } from '../../platform/audit.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import type { Part } from '../../platform/feature.ts'
import type { Language } from '../../platform/i18n.ts'
import type { Answer, Click, Listener, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { escaped, modal, said, section } from '../../platform/slack/blocks.ts'
import { noLongerThere } from '../messages.ts'
import type { Partnership } from '../partnership.ts'
import { membersOf } from '../people/store.ts'
import { teamLeadOf } from '../rights.ts'
import type { SetUpNeeds } from '../setup/needs.ts'
import { findPartnership } from '../store.ts'
import { partActions, partValue, readPartValue } from './lines.ts'
import * as text from './messages.ts'
import { refuse, turnOff, turnOn } from './store.ts'

export function partListeners(needs: SetUpNeeds): Listener[] {
  const may = teamLeadOf(async (_db, _workspaceId, value) => readPartValue(value).partnershipId)
  return [
    { on: 'action', id: partActions.on, may, run: (click) => turnPartOn(click, needs) },
    { on: 'action', id: partActions.notNow, may, run: (click) => notNow(click, needs) },
    { on: 'action', id: partActions.off, may, run: (click) => askTurnOff(click, needs) },
    { on: 'view', id: partActions.off, may, submit: (submission) => turnPartOff(submission, needs) },
  ]
}

async function turnPartOn(click: Click, needs: SetUpNeeds): Promise<void> {
  const { db, person, now } = click
  const { language } = person
  const found = await whatIsMeant(click, click.value, needs)
  if ('words' in found) return click.reply(said(found.words))
  const { part, partnership } = found
  const first = await db.transaction().execute(async (trx) => {
    const turned = await turnOn(trx, partnership, part.name, person, now)
    if (!turned) return false
    await note(trx, person, 'partnerships:part-on', partnership, part, now)
    await follow(trx, needs, partnership, now)
    return true
  })
  const words = first ? text.nowOn : text.onAlready
  await click.reply(said(words(language, part.title(language), escaped(partnership.name))))
}

async function notNow(click: Click, needs: SetUpNeeds): Promise<void> {
  const { db, person, now } = click
  const { language } = person
  const found = await whatIsMeant(click, click.value, needs)
  if ('words' in found) return click.reply(said(found.words))
  const { part, partnership } = found
  await db.transaction().execute(async (trx) => {
    await refuse(trx, partnership, part.name, person, now)
    await follow(trx, needs, partnership, now)
  })
  await click.reply(said(text.askedLater(language, part.title(language))))
}

async function askTurnOff(click: Click, needs: SetUpNeeds): Promise<void> {
  const found = await whatIsMeant(click, click.value, needs)
  if ('words' in found) return click.reply(said(found.words))
  await click.open(turnOffView(found.part, found.partnership, click.person.language))
}

/** Asks once more. */
export function turnOffView(
  { name: part, title }: Part,
  { id, name }: Pick<Partnership, 'id' | 'name'>,
  language: Language,
): ModalView {
  return modal({
    id: partActions.off,
    title: text.turnOff(language),
    submit: text.turnOff(language),
    close: text.cancel(language),
    metadata: partValue(id, part),
    blocks: [section(text.turnOffQuestion(language, title(language), escaped(name)))],
  })
}

async function turnPartOff(submission: Submission, needs: SetUpNeeds): Promise<Answer> {
  const { person, now, metadata } = submission
  const found = await whatIsMeant(submission, metadata, needs)
  if ('words' in found) return { show: saidView(found.words, person.language) }
  const { part, partnership } = found
  const { language } = person
  const first = await submission.once(async (trx) => {
    if (!(await turnOff(trx, partnership.id, part.name))) return false
    await note(trx, person, 'partnerships:part-off', partnership, part, now)
    // Whoever turned it off is not asked the next day whether it should be on.
    await refuse(trx, partnership, part.name, person, now)
    await follow(trx, needs, partnership, now)
    return true
  })
  if (first !== false) return { close: 'top' }
  return { show: saidView(text.offAlready(language, part.title(language), escaped(partnership.name)), language) }
}

function saidView(words: string, language: Language): ModalView {
  return modal({
    id: partActions.off,
    title: text.turnOff(language),
    close: text.cancel(language),
    blocks: [section(words)],
  })
}

function note(
  trx: Transaction,
  by: Person,
  what: What,
  { id }: Partnership,
  { name }: Part,
  now: number,
): Promise<void> {
  return audit(trx, by, { what, about: { partnership: id, part: name } }, now)
}

/** A part shows itself in many places, and is nowhere to be seen where it is off. */
async function follow(trx: Transaction, needs: SetUpNeeds, partnership: Partnership, now: number): Promise<void> {
  const { id, workspaceId } = partnership
  await needs.changed(trx, { workspaceId, partnershipId: id }, now)
  const members = await membersOf(trx, id)
  await itemsChanged(
    trx,
    workspaceId,
    members.map(({ person }) => person.id),
    now,
  )
}

async function whatIsMeant(
  { db, person }: { db: Click['db']; person: Person },
  value: string,
  needs: SetUpNeeds,
): Promise<{ part: Part; partnership: Partnership } | { words: string }> {
  const { partnershipId, part: name } = readPartValue(value)
  const partnership = await findPartnership(db, person.workspaceId, partnershipId)
  if (!partnership) return { words: noLongerThere(person.language) }
  const part = needs.parts().find((one) => one.name === name)
  return part ? { part, partnership } : { words: text.unknownPart(person.language) }
}
