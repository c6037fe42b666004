import type { ComponentChildren, JSX } from 'preact'
import { type Spot, useActions } from '../actions.ts'
import { addressOf } from '../address.ts'
import { useReading } from '../reading.ts'

type Rest = Omit<JSX.IntrinsicElements['a'], 'href' | 'onClick' | 'children' | 'role'>

/** A link to a place in the page; opens a window of its own where the browser is asked for that. */
export function SpotLink(props: { spot: Spot; children?: ComponentChildren; after?: (() => void) | undefined } & Rest) {
  const { spot, children, after, ...rest } = props
  const { go } = useActions()
  const { me } = useReading()
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(spot)
    after?.()
  }
  return (
    <a {...rest} href={addressOf(spot, me)} onClick={follow}>
      {children}
    </a>
  )
}
