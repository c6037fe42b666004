import type { WorldCard } from '../wire.ts'

/** What a control reaches: the workspace's time, the bot's process, what goes wrong in Slack, or all of it. */
export type Reach = 'time' | 'bot' | 'slack' | 'all'

export type Waiting = 'story' | 'journey' | 'elsewhere' | 'starting'

/** Why a control cannot be used now; undefined when it can. */
export function waitingFor(reach: Reach, { story, journey, canTravel, bot }: WorldCard): Waiting | undefined {
  if (story) return 'story'
  if (reach === 'slack') return undefined
  if (!canTravel) return 'elsewhere'
  if (journey && !journey.over) return 'journey'
  return reach === 'bot' && bot === 'starting' ? 'starting' : undefined
}
