import { z } from 'zod'
import type { Db } from '../../../db/schema.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import type { HomeSection } from '../../platform/feature.ts'
import { languages } from '../../platform/i18n.ts'
import type { Answer, Click, Listener, Right, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { findAbsence, plannedAbsences } from '../absence/store.ts'
import { absenceSettings } from '../absence/views.ts'
import { personSettings, savePersonSettings } from './store.ts'
import { asInSlack, choices, fields, settingsId, settingsModal, settingsSaved, settingsSection } from './views.ts'

export function settingsListeners({ may }: { may: Right }): Listener[] {
  return [
    { on: 'action', id: settingsId, may, run: change },
    { on: 'view', id: settingsId, may, submit: save },
  ]
}

/** What somebody can set for themselves. */
export async function ownSettings(db: Db, person: Person, now: number): Promise<HomeSection[]> {
  const { language } = person
  const known = await personSettings(db, person.id)
  const planned = await plannedAbsences(db, person, now)
  const absences = absenceSettings(await findAbsence(db, person, now), planned, person, now)
  return [settingsSection(known, absences, language, now)]
}

async function change({ db, person, open }: Click): Promise<void> {
  await open(settingsModal(await personSettings(db, person.id), person.language))
}

const form = z.object({
  [fields.language]: z.enum([asInSlack, ...languages]),
  [fields.messages]: z.enum(choices),
})

/** The last word counts; a second submission of the same says the same. */
async function save(submission: Submission): Promise<Answer> {
  const { db, person, now } = submission
  const chosen = form.parse(submission.fields)
  const ownLanguage = chosen.language === asInSlack ? undefined : chosen.language
  await submission.once(async (trx) => {
    await savePersonSettings(trx, person, { ownLanguage, messages: chosen.messages })
    await itemsChanged(trx, person.workspaceId, [person.id], now)
  })
  const known = await personSettings(db, person.id)
  return { show: settingsSaved(known, known.ownLanguage ?? known.slackLanguage) }
}
