import type { Screen } from '../screen.ts'

/** The app's own place: Home, and the messages with it. */
export function AppView({ tab }: { screen: Screen; tab: 'home' | 'messages' }) {
  return <section class="app-view">{tab}</section>
}
