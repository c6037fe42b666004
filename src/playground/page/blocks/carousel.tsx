import { useRef } from 'preact/hooks'
import { type Json, objects, textOf } from '../../json.ts'
import { useWords } from '../reading.ts'
import { CardBlock } from './card.tsx'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

/** Cards in a row that scrolls by itself. */
export function CarouselBlock({ block }: { block: Json }) {
  const said = useWords(words)
  const row = useRef<HTMLUListElement>(null)
  const cards = objects(block.elements)
  const step = (by: number) => {
    const width = row.current?.firstElementChild?.clientWidth ?? 0
    row.current?.scrollBy({ left: by * width })
  }
  return (
    <section class="blocks-carousel" aria-label={said.carousel}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard */}
      <ul class="blocks-carousel-row" ref={row} tabIndex={0} aria-label={said.carousel}>
        {cards.map((card, at) => (
          <li key={textOf(card.block_id) ?? at}>
            <CardBlock block={card} />
          </li>
        ))}
      </ul>
      {cards.length > 1 && (
        <div class="blocks-carousel-steps">
          <button type="button" class="blocks-step" aria-label={said.previousCard} onClick={() => step(-1)}>
            <Icon name="back" />
          </button>
          <button type="button" class="blocks-step" aria-label={said.nextCard} onClick={() => step(1)}>
            <Icon name="on" />
          </button>
        </div>
      )}
    </section>
  )
}
