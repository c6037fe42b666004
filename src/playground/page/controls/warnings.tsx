import { useWords } from '../reading.ts'
import type { Deed, WorldCard } from '../wire.ts'
import { Icon } from './icon.tsx'
import { Press, useDeed } from './press.tsx'
import { waitingFor } from './waiting.ts'
import { words } from './words.ts'
import { type Warning, warningsOf } from './wrong.ts'

interface WarningsSettings {
  world: WorldCard
  /** Called when one was lifted, which takes the button away that was pressed. */
  onLifted(): void
}

/** What is wrong at the moment, each with a way to lift it. */
export function Warnings({ world, onLifted }: WarningsSettings) {
  const { warnings } = useWords(words)
  const wrong = warningsOf(world)
  return (
    <div class="warnings" role="status" aria-label={warnings.name}>
      {wrong.map((one) => (
        <Wrong key={one.of} one={one} world={world} onLifted={onLifted} />
      ))}
    </div>
  )
}

function Wrong({ one, world, onLifted }: WarningsSettings & { one: Warning }) {
  const { warnings, waiting } = useWords(words)
  const { deed, doing } = useDeed()
  const lift = async (way: Deed) => {
    if (await deed(way)) onLifted()
  }
  const reason = waitingFor(one.of === 'stopped' ? 'bot' : 'slack', world)
  return (
    <span class="warning">
      <Icon of="alert" />
      <span>{one.of === 'lostAnswers' ? warnings.lostAnswers(one.count) : warnings[one.of]}</span>
      {'lift' in one && (
        <Press
          class="warning-lift"
          wait={reason && waiting[reason]}
          busy={doing !== undefined}
          onPress={() => void lift(one.lift)}
        >
          {warnings.lift[one.of]}
        </Press>
      )}
      {(one.of === 'outage' || one.of === 'stopped') && <span class="warning-hint">{warnings.hint[one.of]}</span>}
    </span>
  )
}
