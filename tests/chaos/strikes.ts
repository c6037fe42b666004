import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../support/random.ts'
import type { Crew, Member } from './crew.ts'
import { real } from './pace.ts'

/** Of the strikes, how many kill and how many freeze somebody; and of those frozen, how many are killed instead of woken. */
export interface StrikePlan {
  kill: number
  freeze: number
  killFrozen: number
  /** How long a freeze lasts, in leases: longer than one. */
  leases: readonly [least: number, most: number]
}

export interface Strikes {
  struck: { kills: number; freezes: number }
  count(): number
  /** Waits a while and strikes somebody. */
  next(): Promise<void>
  /** Lets all go on who are frozen. */
  end(): Promise<void>
}

/** Kills and freezes the processes of a crew. Somebody killed has a successor at once; of several, one stays awake. */
export function createStrikes(crew: Crew, processes: number, plan: StrikePlan, random: Random): Strikes {
  const struck = { kills: 0, freezes: 0 }
  const thaws = new Set<Promise<void>>()

  return {
    struck,
    count: () => struck.kills + struck.freezes,
    async next() {
      await pause(((2 * real.lifetime) / processes) * random())
      const awake = crew.awake()
      const victim = awake[Math.floor(random() * awake.length)]
      const fate = random()
      if (!victim && thaws.size === 0) throw new Error('All delivering processes ended by themselves')
      if (!victim) await Promise.race(thaws)
      else if (fate < plan.freeze) freeze(victim, awake.length)
      else if (fate < plan.freeze + plan.kill) await kill(victim)
    },
    async end() {
      await Promise.all(thaws)
    },
  }

  async function kill(victim: Member): Promise<void> {
    struck.kills += 1
    await victim.kill()
    await crew.put()
  }

  function freeze(victim: Member, awake: number): void {
    const alone = crew.frozen().length === 0 && awake === 1
    if (awake === 1 && !alone) return
    struck.freezes += 1
    victim.freeze()
    const [least, most] = plan.leases
    const over = pause(real.lease * (least + random() * (most - least))).then(() =>
      random() < plan.killFrozen ? kill(victim) : victim.thaw(),
    )
    thaws.add(over)
    void over.finally(() => thaws.delete(over))
  }
}
