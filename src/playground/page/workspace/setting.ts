import type { PageReading } from '../reading.ts'
import type { PersonCard, ShortcutCard } from '../wire.ts'
import type { Dates } from './dates.ts'

/** What all rows of a list are drawn with. Stays the same object while none of it changes. */
export interface Setting {
  reading: PageReading
  dates: Dates
  /** The workspace's local date for the reader, 'YYYY-MM-DD'. */
  today: string
  /** The app's message shortcuts. */
  shortcuts: ShortcutCard[]
  /** As people write it: `#marketing`. */
  channelName: string
  /** Whether this is a thread, where nothing leads to the thread. */
  thread: boolean
  /** Who speaks where only one person hears it. */
  app: PersonCard | undefined
  /** Whether one can react and reply here. */
  open: boolean
}
