import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** What stands in the composers and was not sent, by person and place. Lives as long as the window. */
export type Drafts = Map<string, string>

const DraftsContext = createContext<Drafts>(new Map())

export const DraftsProvider = DraftsContext.Provider

export function useDrafts(): Drafts {
  return useContext(DraftsContext)
}
