import { type Spot, useActions } from '../actions.ts'
import type { Screen } from '../screen.ts'

export function Sidebar({ screen }: { screen: Screen; spot: Spot }) {
  const { go } = useActions()
  return (
    <nav class="sidebar">
      {screen.channels.map(({ id, name }) => (
        <button type="button" key={id} onClick={() => go({ to: 'channel', channel: id })}>
          {name}
        </button>
      ))}
    </nav>
  )
}
