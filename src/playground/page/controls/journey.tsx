import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useReading, useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { focusMain } from '../shared/focus.ts'
import { SpotLink } from '../shared/spot-link.tsx'
import type { JourneyCard } from '../wire.ts'
import { Icon } from './icon.tsx'
import { type JourneyLine, journeyLines, type Told } from './journey-lines.ts'
import { durationText, momentText } from './time-words.ts'
import { words } from './words.ts'

/** What time passed on the last journey; what was over before one came is not told again. */
export function Journey({ screen }: { screen: Screen }) {
  const { journey, story } = screen.world
  const [closed, setClosed] = useState(() => (journey?.over ? nameOf(journey) : undefined))
  if (!journey || story || closed === nameOf(journey)) return null
  const close = () => {
    setClosed(nameOf(journey))
    focusMain()
  }
  return <JourneyPanel journey={journey} messages={screen.messages} onClose={close} />
}

const nameOf = ({ from, to }: JourneyCard) => `${from} ${to}`

interface PanelSettings {
  journey: JourneyCard
  messages: Screen['messages']
  onClose(): void
}

export function JourneyPanel({ journey, messages, onClose }: PanelSettings) {
  const { journey: say } = useWords(words)
  const reading = useReading()
  const list = useRef<HTMLOListElement>(null)
  const lines = useMemo(() => journeyLines(journey, messages, reading), [journey, messages, reading])
  const { over, from, to } = journey
  const title = over ? say.over(durationText(to - from, reading.locale)) : say.under(momentText(to, reading))
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [lines.length, over])
  return (
    <aside class="journey" aria-label={say.name} data-over={over}>
      <header class="journey-head">
        <h2>{title}</h2>
        <button type="button" class="controls-close" aria-label={say.close} onClick={onClose}>
          <Icon of="close" />
        </button>
        <span class="visually-hidden" role="status">
          {title}
        </span>
      </header>
      {lines.length > 0 ? (
        <ol class="journey-stops" ref={list}>
          {lines.map((line) => (
            <Stop key={line.at} line={line} />
          ))}
        </ol>
      ) : (
        <p class="controls-hint">{over ? say.nothing : say.soon}</p>
      )}
    </aside>
  )
}

function Stop({ line: { at, told, direct, mine } }: { line: JourneyLine }) {
  const { journey: say } = useWords(words)
  const reading = useReading()
  return (
    <li>
      <time dateTime={new Date(at).toISOString()}>{momentText(at, reading)}</time>
      <ul>
        {told.map((one) => (
          <li key={JSON.stringify(one.spot)}>
            <Post told={one} />
          </li>
        ))}
        {direct > 0 && (
          <li>
            {mine > 0 ? (
              <SpotLink class="text-link" spot={{ to: 'app', tab: 'messages' }}>
                <span>{direct === mine ? say.direct(direct) : `${say.direct(direct)}, ${say.mine(mine)}`}</span>
              </SpotLink>
            ) : (
              say.direct(direct)
            )}
          </li>
        )}
      </ul>
    </li>
  )
}

function Post({ told: { spot, channel, text, changed } }: { told: Told }) {
  const { journey: say } = useWords(words)
  return (
    <SpotLink class="text-link" spot={spot}>
      <span>
        #{channel}: {text ?? say.gone}
      </span>
      {changed && <small class="controls-tag">{say.changed}</small>}
    </SpotLink>
  )
}
