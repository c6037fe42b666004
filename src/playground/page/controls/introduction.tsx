import { cityOf } from '../../plain/wall-clock.ts'
import { useActions } from '../actions.ts'
import { useReading, useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { languageOf, somebodyElse } from './crowd.ts'
import { Press } from './press.tsx'
import { languageText } from './time-words.ts'
import { waitingFor } from './waiting.ts'
import { words } from './words.ts'

/** What the playground is, and three things to try. @param done called when one of them is done */
export function Introduction({ screen, done }: { screen: Screen; done(): void }) {
  const { introduction, waiting } = useWords(words)
  const { locale } = useReading()
  const { go, act, become } = useActions()
  const reason = waitingFor('time', screen.world)
  const other = somebodyElse(screen.me, screen.people.values())
  const otherWords = other && introduction.become(other.realName)
  const then = (what: () => void) => () => {
    done()
    what()
  }
  return (
    <>
      {introduction.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <h3 class="controls-head">{introduction.try}</h3>
      <ul class="introduction-tries">
        <li>
          <Press class="introduction-try" onPress={then(() => go({ to: 'app', tab: 'messages' }))}>
            <strong>{introduction.answer.name}</strong>
            <small>{introduction.answer.hint}</small>
          </Press>
        </li>
        <li>
          <Press
            class="introduction-try"
            wait={reason && waiting[reason]}
            onPress={then(() => void act({ do: 'travel', to: { next: 'occurrence' } }))}
          >
            <strong>{introduction.travel.name}</strong>
            <small>{introduction.travel.hint}</small>
          </Press>
        </li>
        {other && otherWords && (
          <li>
            <Press class="introduction-try" onPress={then(() => become(other.id))}>
              <strong>{otherWords.name}</strong>
              <small>{otherWords.hint(languageText(languageOf(other), locale), cityOf(other.tz, locale))}</small>
            </Press>
          </li>
        )}
      </ul>
    </>
  )
}
