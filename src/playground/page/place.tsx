import { createContext } from 'preact'
import { useContext, useMemo, useRef, useState } from 'preact/hooks'
import { kindOf } from '../fields.ts'
import { isJson, type Json } from '../json.ts'
import { placedElements } from '../placed.ts'
import { useActions } from './actions.ts'
import type { Filled, FormValues, Outcome, Where } from './wire.ts'

/** Something with blocks that a person looks at and can use: a message, a modal, Home. */
export interface Place {
  readonly surface: 'message' | 'modal' | 'home'
  readonly where: Where
  /** What stands under fields, by block id. */
  readonly errors: Record<string, string>
  /** The action under way here, as `block action`; its button shows that. */
  readonly busy: string | undefined
  /** What is filled in for an element now, as Slack keeps it (an option, an id, a text …); undefined or null when empty. */
  filled(block: string, element: Json): unknown
  /** Fills a field in. The app hears of it with the next thing that is done here. */
  fill(block: string, element: Json, given: unknown): void
  /** Presses a button, or an option of an overflow menu. */
  click(block: string, element: Json, option?: string): Promise<Outcome>
  /** Fills a field in and tells the app at once, as selects outside input blocks do. */
  choose(block: string, element: Json, given: unknown): Promise<Outcome>
  /** Options the app offers for what was typed in an external select. */
  suggest(block: string, element: Json, query: string): Promise<Outcome>
  /** What was filled in here and not told yet. */
  untold(): Filled[]
}

const PlaceContext = createContext<Place | undefined>(undefined)

export const PlaceProvider = PlaceContext.Provider

/** Throws outside a place. */
export function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (!place) throw new Error('There is no place here.')
  return place
}

export interface PlaceSettings {
  surface: Place['surface']
  where: Where
  /** `state.values` as the server knows them, where it does. */
  values?: FormValues | undefined
  errors?: Record<string, string> | undefined
  /** What stands there: what was filled in where nothing stands any more is not told. Where it is left out, all is. */
  blocks?: Json[] | undefined
}

const none = {}

/** Of another type of element with the same ids it says nothing. */
type Draft = Filled & { type: unknown }

/** Keeps what is filled in somewhere until it is told, and does what is clicked there. */
export function usePlaceAt({ surface, where, values = none, errors = none, blocks }: PlaceSettings): Place {
  const { act } = useActions()
  const drafts = useRef(new Map<string, Draft>())
  const [drafted, redraw] = useState(0)
  const [busy, setBusy] = useState<string>()
  const key = JSON.stringify(where)
  return useMemo(() => {
    const untold = () =>
      [...drafts.current.values()]
        .filter((draft) => !blocks || stands(blocks, draft))
        .map(({ block, action, given }) => ({ block, action, given }))
    const during = async (name: string, doing: Promise<Outcome>) => {
      setBusy(name)
      try {
        return await doing
      } finally {
        setBusy((now) => (now === name ? undefined : now))
      }
    }
    const set = (block: string, element: Json, given: unknown) => {
      const action = String(element.action_id)
      drafts.current.set(`${block} ${action}`, { block, action, given, type: element.type })
      redraw((count) => count + 1)
    }
    return {
      surface,
      where,
      errors,
      busy,
      untold,
      filled: (block, element) => {
        const action = String(element.action_id)
        const draft = drafts.current.get(`${block} ${action}`)
        if (draft && draft.type === element.type) return draft.given
        const kind = kindOf(element)
        const known = values[block]?.[action]
        return kind && (isJson(known) && known.type === element.type ? known[kind.key] : element[kind.initial])
      },
      fill: set,
      click: (block, element, option) => {
        const action = String(element.action_id)
        return during(`${block} ${action}`, act({ do: 'click', where, block, action, option, filled: untold() }))
      },
      choose: (block, element, given) => {
        const action = String(element.action_id)
        set(block, element, given)
        const filled = untold().filter((one) => one.block !== block || one.action !== action)
        return during(`${block} ${action}`, act({ do: 'choose', where, block, action, given, filled }))
      },
      suggest: (block, element, query) =>
        act({ do: 'suggest', where, block, action: String(element.action_id), query }),
    }
    // `key` stands for `where`, and `drafted` for the drafts.
  }, [surface, key, values, errors, blocks, busy, drafted, act])
}

function stands(blocks: Json[], { block, action, type }: Draft): boolean {
  return placedElements(blocks).some(
    (one) => one.blockId === block && one.actionId === action && one.element.type === type,
  )
}
