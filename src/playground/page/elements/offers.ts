import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { objects } from '../../json.ts'
import { usePlace } from '../place.tsx'
import { useReading, useWords } from '../reading.ts'
import { type Choice, choicesOf, matching, optionChoices } from './choice.ts'
import type { ElementProps } from './props.ts'
import { words } from './words.ts'

/** What can be chosen now. */
export interface Offers {
  choices: Choice[]
  /** Why there is nothing, or not yet. */
  note: string | undefined
  loading: boolean
}

const afterTypingMs = 250

/** Slack's own least for an external select. */
const leastTyped = 3

/** What a select offers for what was typed: its own options, or those that the app knows. Undefined while it is shut. */
export function useOffers({ block, element }: ElementProps, open: boolean, typed: string): Offers {
  const place = usePlace()
  const reading = useReading()
  const own = useWords(words)
  const external = String(element.type).endsWith('external_select')
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : leastTyped
  const query = typed.trim()
  const asks = external && open && [...query].length >= least
  const [answer, setAnswer] = useState<{ query: string; choices: Choice[] | undefined }>()
  const asked = useRef({ place, block, element })
  asked.current = { place, block, element }

  useEffect(() => {
    if (!asks) return
    let over = false
    const timer = setTimeout(async () => {
      const { place, block, element } = asked.current
      const outcome = await place.suggest(block, element, query)
      const choices = outcome.ok && !outcome.trouble ? optionChoices(objects(outcome.options)) : undefined
      if (!over) setAnswer({ query, choices })
    }, afterTypingMs)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [asks, query])

  const all = useMemo(() => (open && !external ? choicesOf(element, reading) : []), [open, external, element, reading])
  const found = useMemo(() => matching(all, typed), [all, typed])
  if (!external) return { choices: found, note: found.length === 0 ? own.none : undefined, loading: false }
  if (!asks) return { choices: [], note: own.typeMore(least), loading: false }
  if (answer?.query !== query) return { choices: answer?.choices ?? [], note: own.loading, loading: true }
  if (!answer.choices) return { choices: [], note: own.failed, loading: false }
  return { choices: answer.choices, note: answer.choices.length === 0 ? own.none : undefined, loading: false }
}
