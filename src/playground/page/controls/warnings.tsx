import { useWords } from '../reading.ts'
import type { WorldCard } from '../wire.ts'
import { Icon } from './icon.tsx'
import { Press, useDeed } from './press.tsx'
import { waitingFor } from './waiting.ts'
import { words } from './words.ts'
import { type Warning, warningsOf } from './wrong.ts'

/** What is wrong at the moment, each with a way to lift it. */
export function Warnings({ world }: { world: WorldCard }) {
  const { warnings } = useWords(words)
  const wrong = warningsOf(world)
  return (
    <div class="warnings" role="status" aria-label={warnings.name}>
      {wrong.map((one) => (
        <Wrong key={one.of} one={one} world={world} />
      ))}
    </div>
  )
}

function Wrong({ one, world }: { one: Warning; world: WorldCard }) {
  const { warnings, waiting } = useWords(words)
  const { deed, doing } = useDeed()
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
          onPress={() => void deed(one.lift)}
        >
          {warnings.lift[one.of]}
        </Press>
      )}
    </span>
  )
}
