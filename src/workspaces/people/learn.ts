import type { SlackEvent } from '../../platform/interaction.ts'
import { classify } from '../../platform/slack/trouble.ts'
import type { Workspace } from '../store.ts'
import { type Profile, slackUser, toProfile } from './slack-user.ts'
import { claimRefresh, type Defaults, findKnownPeople, type KnownPerson, savePerson } from './store.ts'

const freshMs = 24 * 3_600_000
/** `users.info` allows about a hundred calls a minute, with bursts. */
const atOnce = 8

/** What it takes to get to know somebody. */
export type Acquaintance = Pick<SlackEvent, 'db' | 'slack' | 'log'> & { defaults: Defaults }

/**
 * The person behind a Slack user id: as Rondo knows them, else as Slack describes them. Somebody known for more than a day
 * is asked about again behind the answer's back: nobody who is known waits for Slack.
 * @returns undefined where Slack shows nobody
 * @throws what the WebClient throws, for somebody unknown only
 */
export async function findOrLearn(
  deps: Acquaintance,
  workspace: Workspace,
  slackId: string,
  now: number,
): Promise<KnownPerson | undefined> {
  const [known] = await findKnownPeople(deps.db, workspace.id, [slackId])
  if (!known) return learn(deps, workspace, slackId, now)
  // Who was gone and now acts has come back.
  if (known.deactivated) return (await learn(deps, workspace, slackId, now)) ?? known
  if (now - known.learnedAt > freshMs) refresh(deps, workspace, known, now)
  return known
}

/** People by Slack id, and the ids of those about whom Slack gave no answer. */
export interface Learned {
  people: KnownPerson[]
  unanswered: string[]
}

/** `findOrLearn` for many: one query for all who are known, a few calls at a time for the others. In the order of the ids. */
export async function findOrLearnAll(
  deps: Acquaintance,
  workspace: Workspace,
  slackIds: readonly string[],
  now: number,
): Promise<Learned> {
  const known = await findKnownPeople(deps.db, workspace.id, slackIds)
  const found = new Map(known.map((one) => [one.person.slackId, one]))
  const unanswered: string[] = []
  const waiting = slackIds.filter((id) => !found.has(id)).values()
  const work = async () => {
    for (const id of waiting) {
      const person = await learn(deps, workspace, id, now).catch(() => void unanswered.push(id))
      if (person) found.set(id, person)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { people: slackIds.flatMap((id) => found.get(id) ?? []), unanswered }
}

function refresh(deps: Acquaintance, workspace: Workspace, known: KnownPerson, now: number): void {
  const asked = async () => {
    if (await claimRefresh(deps.db, known.person.id, known.learnedAt, now)) {
      await learn(deps, workspace, known.person.slackId, now)
    }
  }
  asked().catch((error) => deps.log.warn({ error, feature: 'workspaces', id: known.person.id }, 'person not refreshed'))
}

async function learn(
  deps: Acquaintance,
  workspace: Workspace,
  slackId: string,
  now: number,
): Promise<KnownPerson | undefined> {
  const profile = await ask(deps.slack, workspace, slackId)
  return profile && savePerson(deps.db, workspace.id, profile, deps.defaults, now)
}

async function ask(slack: Acquaintance['slack'], workspace: Workspace, slackId: string): Promise<Profile | undefined> {
  try {
    const { user } = await slack.users.info({ user: slackId, include_locale: true })
    return toProfile(slackUser.parse(user), workspace)
  } catch (error) {
    if (classify(error).kind === 'gone') return undefined
    throw error
  }
}
