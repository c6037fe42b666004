import type { Screen } from '../screen.ts'

/** How far the story is that is being told. */
export function Story({ screen }: { screen: Screen }) {
  return screen.world.story ? <div class="story">{screen.world.story.title}</div> : null
}
