import { textOf } from '../../json.ts'
import { useWords } from '../reading.ts'
import type { ElementProps } from './props.ts'
import { words } from './words.ts'

/** A small picture; one that lies elsewhere is a box that says what it shows. */
export function Picture({ element }: ElementProps) {
  const own = useWords(words)
  const address = textOf(element.image_url) ?? ''
  const alt = textOf(element.alt_text) ?? ''
  if (isOwn(address)) return <img class="elements-picture" src={address} alt={alt} />
  return (
    <span class="elements-picture" role="img" aria-label={alt} title={`${own.notShown}: ${address}`}>
      {alt}
    </span>
  )
}

function isOwn(address: string): boolean {
  const here = globalThis.location?.origin
  return here !== undefined && URL.canParse(address) && new URL(address).origin === here
}
