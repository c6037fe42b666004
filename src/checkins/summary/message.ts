import type { Db } from '../../../db/schema.ts'
import { getPartnership } from '../../partnerships/index.ts'
import type { Message, Outgoing, Wording } from '../../platform/feature.ts'
import { escaped, section } from '../../platform/slack/blocks.ts'
import { findPeople } from '../../workspaces/index.ts'
import type { Occurrence } from '../occurrence.ts'
import { findOccurrence } from '../occurrence-store.ts'
import * as say from './messages.ts'
import { pagesOf } from './publish.ts'
import { emptyPage } from './views.ts'

/** One page of the summary. */
export const summary: Message = {
  async render(db, delivery, now): Promise<Wording> {
    const occurrence = await occurrenceOf(db, delivery)
    if (!occurrence) return { skip: 'gone' }
    const page = (await pagesOf(db, occurrence, now))[Number(delivery.about.page) - 1]
    const { language } = await getPartnership(db, occurrence.checkIn.partnershipId)
    return page ?? emptyPage(language)
  },
}

/** That somebody answered after the close. */
export const lateAnswer: Message = {
  async render(db, delivery): Promise<Wording> {
    const occurrence = await occurrenceOf(db, delivery)
    const [person] = await findPeople(db, [delivery.about.person ?? ''])
    if (!occurrence || !person) return { skip: 'gone' }
    const { language } = await getPartnership(db, occurrence.checkIn.partnershipId)
    const text = say.lateAnswer(language, escaped(person.name))
    return { text, blocks: [section(text)] }
  },
}

async function occurrenceOf(db: Db, delivery: Outgoing): Promise<Occurrence | undefined> {
  return findOccurrence(db, delivery.workspaceId, delivery.about.occurrence ?? '')
}
