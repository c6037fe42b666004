import type { World } from '../../../src/playground/window/site.ts'

/** A world in which nothing goes wrong and that notes what it is asked for. */
export function quietWorld(asked: unknown[] = []): World {
  const note = (...what: unknown[]) => void asked.push(what)
  const world = {
    busy: (_person: string): string | undefined => undefined,
    card: () => ({
      bot: 'running' as const,
      trouble: { outage: false, limits: false, lostAnswers: 0, sockets: 1 },
      canTravel: true,
    }),
    onChange: () => () => undefined,
    travel: async (to: unknown, person: string) => note('travel', to, person),
    runClock: (run: boolean) => note('runClock', run),
    trouble: (what: string, on: boolean) => note('trouble', what, on),
    dropSocket: () => note('dropSocket'),
    runBot: async (run: boolean) => note('runBot', run),
    startOver: async (how: object) => note('startOver', how),
  }
  return world
}
