import { useRef } from 'preact/hooks'
import { useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { Mark } from '../shared/avatar.tsx'
import { More } from './more.tsx'
import { People } from './people.tsx'
import { Time } from './time.tsx'
import { Trouble } from './trouble.tsx'
import { Warnings } from './warnings.tsx'
import { words } from './words.ts'

/** What this is, when it is, who one is, and what goes wrong: what moves a workspace from outside. */
export function Header({ screen }: { screen: Screen }) {
  const { header } = useWords(words)
  const { journey } = screen.world
  const bar = useRef<HTMLDivElement>(null)
  const toTrouble = () => bar.current?.querySelector<HTMLElement>('.trouble > button')?.focus()
  return (
    <header class="header">
      <div class="header-bar" ref={bar}>
        <div class="header-brand" title={header.note}>
          <span class="header-mark">
            <Mark />
          </span>
          <span class="header-names">
            <strong>{header.name}</strong>
            <small>{header.note}</small>
          </span>
        </div>
        <Time screen={screen} />
        <div class="header-end">
          <People screen={screen} />
          <Trouble world={screen.world} />
          <More screen={screen} />
        </div>
        {journey && !journey.over && <Progress from={journey.from} to={journey.to} now={screen.clock.now} />}
      </div>
      <Warnings world={screen.world} onLifted={toTrouble} />
    </header>
  )
}

/** How far a journey is. */
function Progress({ from, to, now }: { from: number; to: number; now: number }) {
  const part = to > from ? Math.min(1, Math.max(0, (now - from) / (to - from))) : 1
  return <div class="header-progress" style={{ transform: `scaleX(${part})` }} />
}
