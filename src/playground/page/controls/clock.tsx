import { useEffect, useState } from 'preact/hooks'
import { cityOf } from '../../plain/wall-clock.ts'
import { useReading } from '../reading.ts'
import { type Screen, timeOn } from '../screen.ts'
import { dayText, hourText } from './time-words.ts'

/** The time of the workspace, drawn anew each time it has gone on by so much. @returns epoch ms */
export function useTime(screen: Screen, everyMs: number): number {
  const [, redraw] = useState(0)
  const { clock } = screen
  useEffect(() => {
    if (!clock.running) return
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      const gone = timeOn(screen, performance.now()) % everyMs
      timer = setTimeout(() => {
        redraw((count) => count + 1)
        wait()
      }, everyMs - gone)
    }
    wait()
    return () => clearTimeout(timer)
    // Nothing but the clock of the screen is asked.
  }, [clock, everyMs])
  return timeOn(screen, performance.now())
}

/** The workspace's date and time where the reader is. */
export function Clock({ screen }: { screen: Screen }) {
  const reader = useReading()
  const now = useTime(screen, 1000)
  const [day, hour] = [dayText(now, reader), hourText(now, reader, true)]
  return (
    <time
      class="clock"
      dateTime={new Date(now).toISOString()}
      title={`${dayText(now, reader, true)}, ${cityOf(reader.tz, reader.locale)}`}
      data-runs={screen.clock.running}
    >
      <span class="clock-day">{day}</span> <span class="clock-hour">{hour}</span>
    </time>
  )
}
