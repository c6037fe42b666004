import type { TravelClock } from './clock.ts'

/** What time works on: a Rondo whose clock is moved from outside. */
export interface Traveller {
  settle(): Promise<void>
  nextDue(): Promise<number | undefined>
}

/** More steps than this on one journey: something wants to be done again and again at the same instant. */
const mostSteps = 100_000

/**
 * Lets time pass until an instant the way it would have passed: stops at every moment at which something is due, lets all
 * of it finish, and goes on.
 * @param until epoch milliseconds
 * @param onStop called at every stop, the first and the last among them, when all that was due there has been done
 */
export async function travel(
  clock: TravelClock,
  traveller: Traveller,
  until: number,
  onStop?: () => void | Promise<void>,
): Promise<void> {
  for (let steps = 0; steps < mostSteps; steps++) {
    await traveller.settle()
    await onStop?.()
    const next = await traveller.nextDue()
    if (next === undefined || next > until) {
      clock.travelTo(until)
      await traveller.settle()
      return onStop?.()
    }
    clock.travelTo(Math.max(next, clock.now() + 1))
  }
  throw new Error('The journey does not end: something is due again at each step.')
}
