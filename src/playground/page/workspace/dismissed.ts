import { createContext } from 'preact'
import { useContext, useState } from 'preact/hooks'
import type { Ephemeral } from '../wire.ts'

/** What people put away of what the app said to them alone, by person and message. Lives as long as the window. */
export type Dismissed = Set<string>

const DismissedContext = createContext<Dismissed>(new Set())

export const DismissedProvider = DismissedContext.Provider

/** @returns whether it was put away, and a way to put it away */
export function useDismissed({ channel, ts }: Ephemeral, me: string): [boolean, () => void] {
  const dismissed = useContext(DismissedContext)
  const key = `${me} ${channel} ${ts}`
  const [gone, setGone] = useState(() => dismissed.has(key))
  const dismiss = () => {
    dismissed.add(key)
    setGone(true)
  }
  return [gone, dismiss]
}
