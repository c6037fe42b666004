import { useState } from 'preact/hooks'
import { useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import type { Exchange } from '../wire.ts'
import { type Fits, fitter, newSince } from './sieve.ts'
import { TrafficRows } from './traffic-rows.tsx'
import { words } from './words.ts'

const none: Exchange[] = []

/** Every request and answer between the app and Slack. */
export function Traffic({ screen }: { screen: Screen }) {
  const { traffic: say } = useWords(words)
  const all = screen.traffic ?? none
  const [filter, setFilter] = useState('')
  const [complaints, setComplaints] = useState(false)
  const [held, setHeld] = useState<Exchange[]>()
  const passed = held ?? all
  const [fits] = useState<Fits>(fitter)
  const shown = passed.filter((one) => fits(one, filter, complaints))
  return (
    <section class="traffic" aria-labelledby="traffic-title">
      <header class="traffic-head">
        <h1 id="traffic-title">{say.title}</h1>
        <p class="controls-hint">{say.hint}</p>
        <input
          type="search"
          aria-label={say.filter}
          placeholder={say.filter}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        <label class="traffic-check">
          <input
            type="checkbox"
            checked={complaints}
            onChange={(event) => setComplaints(event.currentTarget.checked)}
          />
          {say.complaints}
        </label>
        <button
          type="button"
          class="button"
          data-size="small"
          aria-pressed={held !== undefined}
          onClick={() => setHeld(held ? undefined : all)}
        >
          {held ? say.follow : say.pause}
        </button>
        <span class="traffic-count">
          {held ? `${say.paused(newSince(held, all))} · ` : ''}
          {say.count(shown.length, passed.length)}
        </span>
      </header>
      {shown.length > 0 ? (
        <TrafficRows exchanges={shown} />
      ) : (
        <p class="traffic-empty">{passed.length > 0 ? say.noMatch : say.nothing}</p>
      )}
    </section>
  )
}
