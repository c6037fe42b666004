import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../../src/platform/delivery/loop.ts'
import { replyTo } from '../../../src/platform/delivery/outbox.ts'
import { anna, pass, shared, useWorld, type World, workspaceId } from '../../support/delivery-world.ts'
import { type Random, seeded } from '../../support/random.ts'

const second = 1_000
const minute = 60 * second
const post = 'chat.postMessage'
const channels = ['C0LIMIT001', 'C0LIMIT002', 'C0LIMIT003']

// Whoever sees a failure can have the same one again: RONDO_SEED=… npm test
const seed = Number(process.env.RONDO_SEED ?? Math.floor(Math.random() * 2 ** 32))
const seeds = Array.from({ length: 6 }, (_, index) => seed + index)

describe('three replicas on postgres', () => {
  const world = useWorld('postgres', { channels: channels.map((id) => ({ id, name: id.toLowerCase() })) })

  it.each(seeds)('keep 1.1 s in each channel and every pause that Slack asks for, seed %i', async (seed) => {
    const { slack, clock, worker, db } = world()
    const random = seeded(seed)
    const pauseMs = (5 + Math.floor(random() * 25)) * second
    // The first of all, so that there is a pause in every run; the others at random.
    slack.fault({ kind: 'retryAfter', seconds: pauseMs / second, method: post, times: 1 })
    slack.fault({ kind: 'retryAfter', seconds: pauseMs / second, method: post, when: () => random() < 0.1 })
    await sayALot(world(), random)
    const replicas = [1, 2, 3].map((each) => worker({ worker: `replica ${each}` }))
    await pass(clock, 30 * minute, random() < 0.5 ? replicas : [together(replicas)])

    const unsent = await db.selectFrom('delivery').select('id').where('state', '<>', 'sent').execute()
    expect(unsent).toEqual([])
    const requests = requestsToPost(world())
    expect(requests.filter(({ limited }) => limited)).not.toEqual([])
    expect(tooClose(requests)).toEqual([])
    expect(duringPauses(requests, pauseMs)).toEqual([])
  })
})

interface Request {
  at: number
  channel: string
  limited: boolean
}

function requestsToPost({ slack }: World): Request[] {
  return slack.traffic
    .filter(({ what }) => what === post)
    .map(({ at, request, status }) => ({ at, channel: channelOf(request), limited: status === 429 }))
}

function channelOf(request: unknown): string {
  return typeof request === 'object' && request !== null && 'channel' in request ? String(request.channel) : ''
}

/** Also what Slack did not take counts: it was asked. */
function tooClose(requests: Request[]): Request[] {
  return requests.filter((later, index) =>
    requests.slice(0, index).some((earlier) => earlier.channel === later.channel && later.at - earlier.at < 1_100),
  )
}

/** What went out at the very moment that a pause was asked for was on its way already. */
function duringPauses(requests: Request[], pauseMs: number): Request[] {
  const pauses = requests.filter(({ limited }) => limited).map(({ at }) => at)
  return requests.filter(({ at }) => pauses.some((begun) => begun < at && at < begun + pauseMs))
}

/** Bursts and single ones over a minute: posts, replies and direct messages. */
async function sayALot({ say, db, clock }: World, random: Random): Promise<void> {
  const start = clock.now()
  const dueAt = () => start + (random() < 0.5 ? 0 : Math.floor(random() * minute))
  for (let each = 0; each < 24; each++) {
    const recipient = channels[Math.floor(random() * channels.length)] ?? shared
    const id = await say(
      random() < 0.2 ? { kind: 'dm', recipient: anna, dueAt: dueAt() } : { recipient, dueAt: dueAt() },
    )
    if (random() < 0.3) await db.transaction().execute((trx) => replyTo(trx, id, replying(each, dueAt()), start))
  }
}

function replying(each: number, dueAt: number) {
  return { workspaceId, cause: `reply:${each}`, what: 'test:text', about: { text: 'a reply' }, dueAt }
}

/** Replicas that do not wait for each other. */
function together(replicas: Delivery[]): Delivery {
  const [first] = replicas
  if (!first) throw new Error('There is no replica')
  return {
    ...first,
    async settle() {
      await Promise.all(replicas.map((replica) => replica.settle()))
    },
  }
}
