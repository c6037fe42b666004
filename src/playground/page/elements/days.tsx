import { useState } from 'preact/hooks'
import { textOf } from '../../json.ts'
import { secondsOf } from '../../plain/dates.ts'
import { cityOf, instantOf, type WallClock, wallClock } from '../../plain/wall-clock.ts'
import { usePlace } from '../place.tsx'
import { useReading, useWords } from '../reading.ts'
import { useDoing } from './doing.tsx'
import { useNaming } from './naming.ts'
import type { ElementProps } from './props.ts'
import { useSoon } from './soon.ts'
import { words } from './words.ts'

/** Long enough to type a year. */
const afterTypingMs = 900

/** A day of the calendar. */
export function DatePicker(props: ElementProps) {
  const { locale } = useReading()
  const own = useWords(words)
  const { shown, set, leave, aside } = usePicked(props, isWholeDate)
  const naming = useNaming(props, own.date)
  return (
    <>
      <span class="elements-day">
        <input
          {...naming}
          type="date"
          class="elements-box"
          max="9999-12-31"
          value={shown}
          onInput={set}
          onBlur={leave}
        />
        {isWholeDate(shown) && <small>{inWords(shown, locale)}</small>}
      </span>
      {aside}
    </>
  )
}

/** A time of the day. */
export function TimePicker(props: ElementProps) {
  const own = useWords(words)
  const { shown, set, leave, aside } = usePicked(props, () => true)
  const { locale } = useReading()
  const naming = useNaming(props, own.time)
  const zone = textOf(props.element.timezone)
  return (
    <>
      <span class="elements-day">
        <input {...naming} type="time" class="elements-box" value={shown} onInput={set} onBlur={leave} />
        {zone && <small>{own.timeIn(cityOf(zone, locale))}</small>}
      </span>
      {aside}
    </>
  )
}

/** An instant, as the clocks of the reader's own zone show it. */
export function DateTimePicker(props: ElementProps) {
  const { block, element, tells = true } = props
  const { tz, locale } = useReading()
  const own = useWords(words)
  const doing = useDoing(props)
  const soon = useSoon(afterTypingMs)
  const naming = useNaming(props, own.date)
  const filled = usePlace().filled(block, element)
  const [typed, setTyped] = useState<WallClock>()
  const instant = secondsOf(filled)
  const known = instant === undefined ? { date: '', time: '' } : wallClock(instant * 1000, tz)
  const { date, time } = typed ?? known
  const give = (wall: WallClock) => {
    const at = isWholeDate(wall.date) ? instantOf(wall, tz) : undefined
    const seconds = at === undefined ? null : at / 1000
    if (seconds !== null) setTyped(undefined)
    if (seconds !== (filled ?? null)) doing.give(seconds, () => setTyped(undefined))
  }
  const set = (change: Partial<WallClock>) => {
    const wall = { date, time, ...change }
    setTyped(wall)
    if (tells) soon.later(() => give(wall))
    else give(wall)
  }
  const under = naming['aria-labelledby']
  return (
    <>
      <span class="elements-day">
        <input
          {...naming}
          type="date"
          class="elements-box"
          max="9999-12-31"
          value={date}
          onInput={(event) => set({ date: event.currentTarget.value })}
          onBlur={soon.now}
        />
        <input
          type="time"
          class="elements-box"
          aria-label={own.time}
          aria-describedby={under}
          aria-invalid={naming['aria-invalid']}
          value={time}
          onInput={(event) => set({ time: event.currentTarget.value })}
          onBlur={soon.now}
        />
        <small>
          {isWholeDate(date) && `${inWords(date, locale)}, `}
          {own.timeIn(cityOf(tz, locale))}
        </small>
      </span>
      {doing.aside}
    </>
  )
}

// A year that is being typed is 0002, then 0020.
const isWholeDate = (date: string) => date >= '1000' && !Number.isNaN(Date.parse(date))

function inWords(date: string, locale: string): string {
  const form = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  return form.format(Date.parse(`${date}T00:00Z`))
}

/** What is picked in a field that changes while one types in it: the app hears of what it is when one has done. */
function usePicked(props: ElementProps, isWhole: (value: string) => boolean) {
  const { block, element, tells = true } = props
  const doing = useDoing(props)
  const soon = useSoon(afterTypingMs)
  const filled = textOf(usePlace().filled(block, element)) ?? ''
  const [typed, setTyped] = useState<string>()
  const give = (value: string) => {
    if (value !== '' && !isWhole(value)) return
    setTyped(undefined)
    if (value !== filled) doing.give(value || null)
  }
  return {
    shown: typed ?? filled,
    aside: doing.aside,
    leave: soon.now,
    set: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => {
      setTyped(value)
      if (tells) soon.later(() => give(value))
      else give(value)
    },
  }
}
