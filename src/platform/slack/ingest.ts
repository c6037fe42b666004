import type { Log } from '../log.ts'
import type { Reply } from './answer.ts'
import { type Arrival, type Happening, keyOf, read, teamOf } from './arrival.ts'
import type { Queue } from './queue.ts'
import type { Registry } from './registry.ts'
import type { InstalledWorkspace } from './surroundings.ts'

/** What whoever brought a payload does next: acknowledge it, or not, so that Slack tells the person or sends it again. */
export type Outcome = { acknowledge: Reply } | { refuse: 'malformed' | 'unavailable' }

export type Ingest = (kind: 'command' | 'interactive' | 'event', payload: Record<string, unknown>) => Promise<Outcome>

interface Settings {
  log: Log
  now(): number
  workspace: InstalledWorkspace
  registry: Registry
  queue: Queue
  /** Handles an arrival, to what Slack is told. Must not reject. */
  process(arrival: Arrival): Promise<Reply>
}

const acknowledged: Outcome = { acknowledge: undefined }

/** What both ways of hearing from Slack lead to: kept and acknowledged, or answered, or left alone. Never rejects. */
export function createIngest({ log, now, workspace, registry, queue, process }: Settings): Ingest {
  return async (kind, payload) => {
    const happening = read(kind, payload)
    if ('unread' in happening) return unread(happening.unread, kind)
    if (!isOurs(happening, workspace)) {
      log.warn(
        { about: 'ingest', kind: happening.kind },
        'left alone: it is for a workspace where Rondo is not installed',
      )
      return acknowledged
    }
    const wanted = registry.wants(happening)
    if (wanted === undefined) return unwanted(happening)
    if (happening.kind === 'submission' || happening.kind === 'suggestion') {
      return { acknowledge: await process(toArrival(happening)) }
    }
    if (wanted === 'unstored') {
      queue.run(async () => void (await process(toArrival(happening))))
      return acknowledged
    }
    return keep(happening)
  }

  async function keep(happening: Happening): Promise<Outcome> {
    try {
      const fresh = await queue.keep(happening)
      if (!fresh) log.info({ about: 'ingest', kind: happening.kind }, 'a repetition was acknowledged and left alone')
      return acknowledged
    } catch {
      return { refuse: 'unavailable' }
    }
  }

  function unread(why: 'unwanted' | 'malformed', kind: string): Outcome {
    if (why === 'unwanted') return acknowledged
    log.warn({ about: 'ingest', kind }, 'a payload is not as Slack describes it')
    // Sending an event again would not mend it; a person waits for a command or a click.
    return kind === 'event' ? acknowledged : { refuse: 'malformed' }
  }

  function unwanted(happening: Happening): Outcome {
    log.debug({ about: 'ingest', kind: happening.kind }, 'nobody listens to this')
    return { acknowledge: happening.kind === 'suggestion' ? { options: [] } : undefined }
  }

  function toArrival(happening: Happening): Arrival {
    return { ...happening, key: keyOf(happening), receivedAt: now() }
  }
}

/** Sent to the one installation there is: to its workspace, or to its organisation where no workspace is named. */
function isOurs(happening: Happening, workspace: InstalledWorkspace): boolean {
  const { teamId, enterpriseId } = teamOf(happening)
  if (teamId !== undefined) return teamId === workspace.teamId
  return enterpriseId !== undefined && enterpriseId === workspace.enterpriseId
}
