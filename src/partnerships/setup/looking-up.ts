/** Step 2 while it loads: who is in the channels of the two teams. */
import type { Submission } from '../../platform/interaction.ts'
import { findOrLearnAll, getWorkspace, type Learned } from '../../workspaces/index.ts'
import type { Channels, Side } from '../partnership.ts'
import { channelMembers } from './channels.ts'
import type { Step2 } from './draft.ts'
import type { UserGroup } from './groups.ts'
import type { SetUpNeeds } from './needs.ts'
import { peopleUnknown } from './people-messages.ts'
import { peopleNotes, peopleView } from './people-views.ts'
import { mostPeople, suggestPeople } from './suggestion.ts'

interface Looking {
  draftId: string
  /** Of the window that stands there meanwhile. */
  externalId: string
  /** Channels that people of another organisation are in. */
  external: string[]
  channels: Channels
  /** Asked for already. */
  groups: Promise<UserGroup[] | undefined>
}

const noRoles = { marketing: {}, sales: {} }

/** Fills the window that was pushed. Nothing is lost where it was closed meanwhile. */
export async function lookUpPeople(submission: Submission, needs: SetUpNeeds, looking: Looking): Promise<void> {
  const { person } = submission
  const { filled, notes } = await suggested(submission, needs, looking)
  const view = peopleView(looking.draftId, filled, notes, person.language, await looking.groups)
  await submission.fill(looking.externalId, view)
}

async function suggested(
  submission: Submission,
  needs: SetUpNeeds,
  { channels, external }: Looking,
): Promise<{ filled: Step2; notes: string[] }> {
  const { language } = submission.person
  try {
    const { members, crowded } = await membersOfBoth(submission, channels)
    const { people, unanswered } = await learn(submission, needs, [...members.marketing, ...members.sales])
    const { both, ...chosen } = suggestPeople(members, people, channels)
    const notes = peopleNotes({ external, both, crowded, unanswered: unanswered.length }, language)
    return { filled: { people: chosen, roles: noRoles }, notes }
  } catch (error) {
    submission.log.warn({ feature: 'partnerships', error }, 'the people of the channels could not be looked up')
    const notes = [peopleUnknown(language), ...peopleNotes({ external }, language)]
    return { filled: { people: { marketing: [], sales: [] }, roles: noRoles }, notes }
  }
}

async function membersOfBoth({ slack }: Submission, channels: Channels) {
  const ids = [...new Set([channels.marketing, channels.sales])]
  // With the bots and guests that are left out afterwards there may be somewhat more.
  const lists = await Promise.all(ids.map((id) => channelMembers(slack, id, mostPeople + 50)))
  const byChannel = new Map(ids.map((id, index) => [id, lists[index]]))
  const members: Record<Side, string[]> = {
    marketing: byChannel.get(channels.marketing) ?? [],
    sales: byChannel.get(channels.sales) ?? [],
  }
  return { members, crowded: ids.filter((id) => byChannel.get(id) === undefined) }
}

async function learn(submission: Submission, { defaults }: SetUpNeeds, slackIds: string[]): Promise<Learned> {
  const { db, person, now } = submission
  const workspace = await getWorkspace(db, person.workspaceId)
  return findOrLearnAll({ ...submission, defaults }, workspace, [...new Set(slackIds)], now)
}
