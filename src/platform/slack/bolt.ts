import { App, type Receiver } from '@slack/bolt'
import type { Log } from '../log.ts'
import type { Reply } from './answer.ts'
import type { Arrival } from './arrival.ts'
import { clientOptions } from './client.ts'
import { sdkLogger } from './sdk-log.ts'
import type { InstalledWorkspace } from './surroundings.ts'

interface Settings {
  token: string
  apiUrl: string | undefined
  log: Log
  workspace: InstalledWorkspace
  /** Must not reject. */
  dispatch(arrival: Arrival): Promise<Reply>
}

/**
 * Bolt, fed with arrivals instead of by a receiver of its own: it authorises, drops what Rondo itself did, and calls the
 * listeners. One catch-all listener of each kind: Bolt asks every listener it has about everything that comes.
 * @returns hands an arrival through Bolt, to what its listener answers
 */
export function createBolt({
  token,
  apiUrl,
  log,
  workspace,
  dispatch,
}: Settings): (arrival: Arrival) => Promise<Reply> {
  const { teamId, enterpriseId, botId, botUserId } = workspace
  const app = new App({
    receiver: noReceiver,
    authorize: async () => ({ botToken: token, botId, botUserId, teamId, ...(enterpriseId ? { enterpriseId } : {}) }),
    tokenVerificationEnabled: false,
    convoStore: false,
    ignoreSelf: true,
    clientOptions: clientOptions(apiUrl, log),
    logger: sdkLogger(log),
  })

  const answer = async ({ context, ack }: Called) => {
    if (!context.arrival) return
    const reply = await dispatch(context.arrival)
    await ack?.(reply as never)
  }
  app.command(/^/, answer)
  app.action(/^/, answer)
  app.shortcut(/^/, answer)
  app.options(/^/, answer)
  app.view(/^/, answer)
  app.event(/^/, answer)
  app.error(async (error) => log.error({ about: 'bolt', error }, 'Bolt failed'))

  return async (arrival) => {
    let reply: Reply
    const ack = async (said?: Reply) => {
      reply = said
    }
    try {
      await app.processEvent({ body: arrival.body, ack, customProperties: { arrival } })
    } catch (error) {
      log.error({ about: 'bolt', kind: arrival.kind, error }, 'Bolt failed')
    }
    return reply
  }
}

/** What we use of what Bolt gives its listeners; events come without `ack`. */
interface Called {
  context: { arrival?: Arrival }
  ack?: ((reply?: never) => Promise<void>) | undefined
}

const noReceiver: Receiver = { init() {}, start: async () => undefined, stop: async () => undefined }
