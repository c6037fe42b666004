import type { Screen } from '../screen.ts'

/** What time passed on the last journey. */
export function Journey({ screen }: { screen: Screen }) {
  return screen.world.journey ? <aside class="journey" /> : null
}
