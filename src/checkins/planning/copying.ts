import type { Db } from '../../../db/schema.ts'
import type { Partnership } from '../../partnerships/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Answer, Click, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import { note } from '../noted.ts'
import type { CheckIn } from '../occurrence.ts'
import { getLatestVersion } from '../questions/version-store.ts'
import { insertCheckIn } from '../store.ts'
import { nameOf } from '../views.ts'
import { changeableBy } from './changeable.ts'
import { datesChanged, saveDates } from './dates.ts'
import { find, nextInWords } from './find.ts'
import * as text from './life-messages.ts'
import { copyView, sayingView } from './life-views.ts'
import { canBeHeld, partAskedAbout } from './part.ts'
import { reply } from './reply.ts'
import { findPlanned, type Planned } from './store.ts'

/** *Copy to another partnership*. */
export async function openCopy(click: Click): Promise<void> {
  const { db, person } = click
  const planned = await find(click, click.value)
  if (!planned) return
  const { checkIn } = planned
  const { language } = person
  const { to, without } = await targetsOf(db, person, checkIn)
  if (to.length + without.length === 0) return reply(click, text.notYours(language))
  const part = partAskedAbout(checkIn.template)
  const missing = part && without.length > 0 ? text.partMissing(language, part, without.length) : undefined
  if (to.length === 0) return void (await click.push(sayingView(text.copyTitle(language), missing ?? '', language)))
  const name = nameOf(checkIn, language)
  await click.push(copyView({ checkInId: checkIn.id, name, to, missing }, language))
}

/** With its questions, cadence and settings; who takes part is chosen anew. */
export async function submitCopy(submission: Submission): Promise<Answer> {
  const { db, person, now, metadata, fields } = submission
  const { language } = person
  const planned = await findPlanned(db, person.workspaceId, metadata)
  if (!planned || planned.status === 'ended')
    return { show: sayingView(text.endedTitle(language), text.endedBefore(language), language) }
  const targets = await targetsOf(db, person, planned.checkIn)
  const to = targets.to.find(({ id }) => id === fields.to)
  if (!to) {
    const part = targets.without.some(({ id }) => id === fields.to) && partAskedAbout(planned.checkIn.template)
    return { errors: { to: part ? text.partOffThere(language, part) : text.notYours(language) } }
  }
  const checkIn = copyOf(planned, to, now)
  await submission.once(async (trx) => {
    const { questions } = await getLatestVersion(trx, planned.checkIn)
    const forAll = questions.map(({ people, accountId, ...question }) => question)
    await saveDates(trx, checkIn, to, planned.rule, now)
    await insertCheckIn(trx, checkIn, forAll, now, { by: person.id, channel: planned.channel })
    await note(trx, person, 'checkins:copied', checkIn, { from: planned.checkIn.id }, now)
    await datesChanged(trx, checkIn, now)
  })
  const next = await nextInWords(submission, checkIn)
  const sentence = text.copied(language, escaped(nameOf(checkIn, language)), escaped(to.name), next)
  return { show: sayingView(text.copiedTitle(language), sentence, language) }
}

function copyOf({ checkIn, channel }: Planned, to: Partnership, now: number): CheckIn {
  const place = { partnershipId: to.id, channelId: to.channels[channel] }
  return { ...checkIn, id: newId(now), scheduleId: newId(now), ...place }
}

/** Where somebody may copy it to, and where they might if what it asks about were on there. */
async function targetsOf(
  db: Db,
  person: Person,
  { partnershipId, template }: CheckIn,
): Promise<Record<'to' | 'without', Partnership[]>> {
  const others = (await changeableBy(db, person)).filter(({ id }) => id !== partnershipId)
  const held = await Promise.all(others.map(({ id }) => canBeHeld(db, template, id)))
  return { to: others.filter((_, index) => held[index]), without: others.filter((_, index) => !held[index]) }
}
