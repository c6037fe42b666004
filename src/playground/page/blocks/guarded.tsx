import type { ComponentChildren } from 'preact'
import { useEffect, useErrorBoundary } from 'preact/hooks'
import type { Json } from '../../json.ts'
import { UnknownBlock } from './unknown.tsx'

/** A block that cannot be drawn after all is a named box, and the rest of the page stays. */
export function Guarded({ what, children }: { what: Json; children: ComponentChildren }) {
  const [error, again] = useErrorBoundary((reason) => console.error(reason))
  // Another block deserves another try.
  useEffect(() => {
    if (error) again()
  }, [what])
  if (error) return <UnknownBlock type={what.type} />
  return <>{children}</>
}
