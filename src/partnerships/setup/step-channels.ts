import { newId } from '../../platform/ids.ts'
import type { Answer, Submission } from '../../platform/interaction.ts'
import { type Channels, sides } from '../partnership.ts'
import { leaderNames } from '../rights.ts'
import { findPartnership } from '../store.ts'
import { type ChannelState, enterChannel } from './channels.ts'
import { isOneForAll } from './check.ts'
import { type Draft, type Step1, withChannels } from './draft.ts'
import { fieldIds, readChannels } from './fields.ts'
import { type UserGroup, userGroups } from './groups.ts'
import { lookUpPeople } from './looking-up.ts'
import * as text from './messages.ts'
import type { SetUpNeeds } from './needs.ts'
import { patienceMs, within } from './patience.ts'
import { lookingUpView, peopleNotes, peopleView } from './people-views.ts'
import { findTwin, keepDraft } from './store.ts'

type Errors = Record<string, string>
const channelNames = [...sides, 'shared'] as const

/** Step 1: name and channels. Rondo goes into the public ones by itself. */
export async function submitChannels(submission: Submission, needs: SetUpNeeds): Promise<Answer> {
  const read = readFilled(submission)
  if ('errors' in read) return read
  const groups = within(patienceMs, userGroups(submission.slack))
  const found = await enterAll(submission, read.channels)
  if ('errors' in found) return found
  const taken = await twinErrors(submission, read.channels)
  if (taken) return { errors: taken }
  const draft = await keepStep(submission, { ...read, external: found.external })
  return pushPeople(submission, needs, draft, read.channels, groups)
}

function readFilled({ fields, person }: Submission): { name: string; channels: Channels } | { errors: Errors } {
  const { name, channels } = readChannels(fields)
  const { marketing, sales, shared } = channels
  if (name !== '' && marketing && sales && shared) {
    const all = { marketing, sales, shared }
    if (!isOneForAll(all)) return { name, channels: all }
    return { errors: { [fieldIds.channel.shared]: text.oneForAll(person.language) } }
  }
  const missing = channelNames.filter((which) => !channels[which])
  const errors = missing.map((which) => [fieldIds.channel[which], text.channelMissing(person.language)] as const)
  const nameless = name === '' ? { [fieldIds.name]: text.nameMissing(person.language) } : {}
  return { errors: { ...nameless, ...Object.fromEntries(errors) } }
}

/** All of them at once, while Slack waits for the answer. */
async function enterAll(
  { slack, person }: Submission,
  channels: Channels,
): Promise<{ external: string[] } | { errors: Errors }> {
  const ids = [...new Set(channelNames.map((which) => channels[which]))]
  const states = new Map<string, ChannelState | undefined>(
    await Promise.all(ids.map(async (id) => [id, await within(patienceMs, enterChannel(slack, id))] as const)),
  )
  const errors = channelNames.flatMap((which) => {
    const kind = states.get(channels[which])?.kind ?? 'no answer'
    return kind === 'ready' ? [] : [[fieldIds.channel[which], text.channelProblems[kind](person.language)] as const]
  })
  if (errors.length > 0) return { errors: Object.fromEntries(errors) }
  const isExternal = (state: ChannelState | undefined) => state?.kind === 'ready' && state.shared
  return { external: ids.filter((id) => isExternal(states.get(id))) }
}

async function twinErrors({ db, person, metadata }: Submission, channels: Channels): Promise<Errors | undefined> {
  const twin = await findTwin(db, person.workspaceId, { id: metadata, channels })
  if (!twin) return undefined
  return { [fieldIds.channel.marketing]: text.twin(person.language, twin.name, await leaderNames(db, twin.id)) }
}

async function keepStep(submission: Submission, filled: Step1): Promise<Draft> {
  const { db, person, now, metadata: id } = submission
  const isNew = (await findPartnership(db, person.workspaceId, id)) === undefined
  return db
    .transaction()
    .execute((trx) => keepDraft(trx, person, id, (before) => withChannels(before, filled, isNew), now))
}

/** The people who are known are shown at once; else a window stands there while they are looked up. */
async function pushPeople(
  submission: Submission,
  needs: SetUpNeeds,
  { id, step1, step2 }: Draft,
  channels: Channels,
  groups: Promise<UserGroup[] | undefined>,
): Promise<Answer> {
  const { language } = submission.person
  const external = step1?.external ?? []
  if (step2) return { push: peopleView(id, step2, peopleNotes({ external }, language), language, await groups) }
  const externalId = `partnerships:${newId(submission.now)}`
  const looking = { draftId: id, externalId, external, channels, groups }
  return {
    push: lookingUpView(id, externalId, language),
    after: () => lookUpPeople(submission, needs, looking),
  }
}
