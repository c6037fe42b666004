import type { Screen } from '../screen.ts'

export function ThreadPane(_: { screen: Screen; channel: string; root: string; at?: string | undefined }) {
  return <aside class="thread" />
}
