import { useLayoutEffect, useRef } from 'preact/hooks'
import { useWords } from '../reading.ts'
import { Avatar } from '../shared/avatar.tsx'
import type { Completing, Offer } from './completion.ts'
import { words } from './words.ts'

const titles = { command: 'commands', person: 'people', channel: 'channels' } as const

/** What completes what is being typed; the field keeps the focus. */
export function Offers(props: {
  id: string
  found: Completing
  chosen: number
  take: (offer: Offer) => void
  point: (index: number) => void
}) {
  const { id, found, chosen, take, point } = props
  const said = useWords(words).composer
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])
  const title = said[titles[found.kind]]
  return (
    <div class="offers">
      <p class="offers-title">{title}</p>
      {found.usage && (
        <p class="offers-usage">
          <span class="offers-label">
            {found.usage.text}
            {found.usage.usage && <Usage>{found.usage.usage}</Usage>}
          </span>
          <span class="offers-detail">{found.usage.help}</span>
        </p>
      )}
      {found.offers.length > 0 && (
        <div class="offers-list" id={id} role="listbox" aria-label={title} ref={list}>
          {found.offers.map((offer, at) => (
            // The field keeps the focus and hears the keys.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={offer.text}
              id={`${id}-${at}`}
              class="offers-item"
              role="option"
              aria-selected={at === chosen}
              onPointerMove={() => point(at)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(offer)}
            >
              {offer.person && <Avatar person={offer.person} size="tiny" />}
              <span class="offers-label">
                {offer.label}
                {offer.usage && <Usage>{offer.usage}</Usage>}
              </span>
              <span class="offers-detail">{offer.detail}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

const Usage = ({ children }: { children: string }) => <span class="offers-how">{` [${children}]`}</span>
