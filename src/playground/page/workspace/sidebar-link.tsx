import type { ComponentChildren } from 'preact'
import type { Spot } from '../actions.ts'
import { useWords } from '../reading.ts'
import { SpotLink } from '../shared/spot-link.tsx'
import type { Unread } from './unread.ts'
import { words } from './words.ts'

/** One place in the sidebar: bold where something is unread, with a number where that is meant for this person. */
export function SidebarLink(props: {
  spot: Spot
  name: string
  mark: ComponentChildren
  note?: string | undefined
  current: boolean
  unread: Unread | undefined
  went: () => void
}) {
  const { spot, name, mark, note, current, unread = { count: 0, personal: 0 }, went } = props
  const said = useWords(words).sidebar
  return (
    <li>
      <SpotLink
        class="sidebar-link"
        spot={spot}
        after={went}
        aria-current={current ? 'page' : undefined}
        data-unread={unread.count > 0}
      >
        <span class="sidebar-mark">{mark}</span>
        <span class="sidebar-name">{name}</span>
        {note && <span class="visually-hidden">, {note}</span>}
        {unread.personal > 0 && <Badge count={unread.personal} />}
        {unread.count > 0 && <span class="visually-hidden">, {said.unread(unread.count)}</span>}
      </SpotLink>
    </li>
  )
}

const most = 99

/** A number that stands out; whoever cannot see it hears it elsewhere. */
export function Badge({ count }: { count: number }) {
  return (
    <span class="sidebar-badge" aria-hidden="true">
      {count > most ? `${most}+` : count}
    </span>
  )
}
