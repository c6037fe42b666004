import type { Screen } from '../screen.ts'

export function Header({ screen }: { screen: Screen }) {
  return <header class="header">{screen.team.name}</header>
}
