import type { Screen } from '../screen.ts'

/** Every request and answer between the app and Slack. */
export function Traffic({ screen }: { screen: Screen }) {
  return <section class="traffic">{screen.traffic?.length}</section>
}
