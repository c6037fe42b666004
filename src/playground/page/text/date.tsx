import { dateText } from '../../plain/dates.ts'
import { useReading } from '../reading.ts'
import { Link } from './link.tsx'

interface Props {
  /** Unix seconds, as from `secondsOf`. */
  seconds: number
  /** Slack's own form: `{date_short} {time}`. */
  form: string
  address?: string | undefined
}

/** A point in time in the reader's zone and language; the whole of it as title. */
export function DateText({ seconds, form, address }: Props) {
  const reading = useReading()
  const shown = (
    <time dateTime={new Date(seconds * 1000).toISOString()} title={dateText(seconds, '{date_long} {time}', reading)}>
      {dateText(seconds, form, reading)}
    </time>
  )
  return address ? <Link address={address}>{shown}</Link> : shown
}
