import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Deed, Outcome } from './wire.ts'

/** Where a window can be. `thread` is the `ts` of a root, `at` of the message to show. */
export type Spot =
  | { to: 'channel'; channel: string; thread?: string | undefined; at?: string | undefined }
  /** The app's Home, or the messages with it. */
  | { to: 'app'; tab: 'home' | 'messages' }
  | { to: 'traffic' }

/** What anything in the page can ask for. Stays the same object as long as the window is there. */
export interface Actions {
  /** Does something as the person of this window. Never rejects; what Slack would say in a line is shown by itself. */
  act(deed: Deed): Promise<Outcome>
  go(spot: Spot): void
  /** Looks through somebody else's eyes in this window. */
  become(personId: string): void
  /** Says a line for a moment, at the edge of the window. */
  notify(line: string): void
}

const ActionsContext = createContext<Actions | undefined>(undefined)

export const ActionsProvider = ActionsContext.Provider

/** Throws outside a window. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext)
  if (!actions) throw new Error('There is nobody here who could act.')
  return actions
}
