import { useState } from 'preact/hooks'
import { cityOf, wallClock } from '../../plain/wall-clock.ts'
import { useActions } from '../actions.ts'
import { useReading, useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { useTime } from './clock.tsx'
import { firstGuess, jumpTo } from './jump-time.ts'
import { Menu } from './menu.tsx'
import { Label } from './time.tsx'
import { durationText, momentText } from './time-words.ts'
import { words } from './words.ts'

interface JumpSettings {
  screen: Screen
  wait: string | undefined
  /** @param instant epoch ms */
  go(instant: number): void
}

/** Lets time pass until a date and a time that somebody fills in. */
export function Jump({ screen, wait, go }: JumpSettings) {
  const { time } = useWords(words)
  const { notify } = useActions()
  return (
    <Menu
      name={time.jump.hint}
      title={wait ?? time.jump.hint}
      button={<Label long={time.jump.long} short={time.jump.short} />}
      instead={wait === undefined ? undefined : () => notify(wait)}
    >
      {(close) => (
        <JumpForm
          screen={screen}
          go={(instant) => {
            close()
            go(instant)
          }}
        />
      )}
    </Menu>
  )
}

/** Says while it is filled in where it leads. */
export function JumpForm({ screen, go }: Omit<JumpSettings, 'wait'>) {
  const { time } = useWords(words)
  const reader = useReading()
  const now = useTime(screen, 60_000)
  const [filled, setFilled] = useState(() => firstGuess(now, reader.tz))
  const jump = jumpTo(filled, now, reader.tz)
  const line =
    'wrong' in jump
      ? time[jump.wrong]
      : time.later(momentText(jump.to, reader, true), durationText(jump.to - now, reader.locale))
  const leave = (event: Event) => {
    event.preventDefault()
    if ('to' in jump) go(jump.to)
  }
  return (
    <form class="jump" onSubmit={leave}>
      <p class="controls-hint">{time.zone(cityOf(reader.tz, reader.locale))}</p>
      <div class="jump-fields">
        <label>
          {time.date}
          <input
            type="date"
            value={filled.date}
            min={wallClock(now, reader.tz).date}
            required
            onInput={(event) => setFilled({ ...filled, date: event.currentTarget.value })}
          />
        </label>
        <label>
          {time.at}
          <input
            type="time"
            value={filled.time}
            required
            onInput={(event) => setFilled({ ...filled, time: event.currentTarget.value })}
          />
        </label>
      </div>
      <p class="jump-line" role="status" data-wrong={'wrong' in jump}>
        {line}
      </p>
      <button type="submit" class="button" data-size="small" data-style="primary" aria-disabled={'wrong' in jump}>
        {time.go}
      </button>
    </form>
  )
}
