import { setImmediate as turn } from 'node:timers/promises'
import type { Delivery } from '../../../src/platform/delivery/loop.ts'
import type { Point } from '../../../src/platform/delivery/tools.ts'

/** What becomes of a replica when it gets to a point. */
export type Fate = 'dies' | 'freezes' | 'is asked to stop'

/** One replica, in this process: dead or frozen, it gets past no further point. */
export interface Replica {
  /** Does what is due now, as far as it gets. @returns whether there was anything */
  tick(): Promise<boolean>
  nextDue(): Promise<number | undefined>
  works(): boolean
  isFrozen(): boolean
  /** Whether it was frozen between the mark and the request: by its clock it can tell how long it stood still. */
  mayYetSend(): boolean
  /** The next time it gets to this point. */
  trap(point: Point, fate: Fate): void
  thaw(): Promise<void>
  kill(): void
  stop(): Promise<void>
}

/** @param begin makes the real thing, with this as its points */
export function createReplica(begin: (point: (at: Point) => Promise<void>) => Delivery): Replica {
  let state: 'works' | 'frozen' | 'dead' = 'works'
  let armed: { point: Point; fate: Fate } | undefined
  let halted = Promise.withResolvers<void>()
  let thawed = Promise.withResolvers<void>()
  let onTheWire = 0
  let underWay: Promise<unknown> = Promise.resolve()
  let stopped: Promise<void> | undefined
  const delivery = begin(async (at) => {
    if (armed?.point === at && state === 'works') meet(armed.fate)
    if (at === 'on the wire') onTheWire += 1
    while (state === 'frozen') await thawed.promise
    if (state === 'dead') await new Promise(() => undefined)
    if (at === 'on the wire') onTheWire -= 1
  })

  return {
    async tick() {
      if (state !== 'works') return false
      const ticking = delivery.tick()
      underWay = ticking.catch(() => undefined)
      const busy = await Promise.race([ticking, halted.promise])
      if (state !== 'works') await inFlight()
      return busy ?? false
    },
    nextDue: () => delivery.nextDue(),
    works: () => state === 'works' && stopped === undefined,
    isFrozen: () => state === 'frozen',
    mayYetSend: () => state === 'frozen' && onTheWire > 0,
    trap(point, fate) {
      armed = { point, fate }
    },
    async thaw() {
      if (state !== 'frozen') return
      state = 'works'
      halted = Promise.withResolvers()
      const waking = thawed
      thawed = Promise.withResolvers()
      waking.resolve()
      await Promise.race([underWay, halted.promise])
    },
    kill: () => meet('dies'),
    async stop() {
      if (state !== 'works') return meet('dies')
      stopped ??= delivery.stop()
      await Promise.race([stopped, halted.promise])
    },
  }

  function meet(fate: Fate): void {
    armed = undefined
    if (fate === 'is asked to stop') stopped = delivery.stop()
    else {
      state = fate === 'dies' ? 'dead' : 'frozen'
      halted.resolve()
    }
  }
}

/** What it had begun beside gets to its next point. */
async function inFlight(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await turn()
}
