import { useEffect, useState } from 'preact/hooks'
import { useReading, useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { focusMain } from '../shared/focus.ts'
import { Icon } from './icon.tsx'
import { Introduction } from './introduction.tsx'
import { recall, remember } from './remembered.ts'
import { momentText } from './time-words.ts'
import { words } from './words.ts'

/** How far the story is that is being told; afterwards a word of welcome to those who come for the first time. */
export function Story({ screen }: { screen: Screen }) {
  const { story } = screen.world
  if (!story) return <Welcome screen={screen} />
  return <Told now={screen.clock.now} done={story.done} of={story.of} />
}

/** @param now where the story is, epoch ms */
function Told({ now, done, of }: { now: number; done: number; of: number }) {
  const { story } = useWords(words)
  const reading = useReading()
  return (
    <section class="story" aria-label={story.title}>
      <h2>{story.title}</h2>
      <p class="story-scene">{momentText(now, reading, true)}</p>
      <progress value={done} max={Math.max(1, of)} aria-label={story.done(done, of)} />
      <p class="controls-hint">{story.line}</p>
    </section>
  )
}

const key = 'welcomed'

function Welcome({ screen }: { screen: Screen }) {
  const { introduction, more } = useWords(words)
  const [open, setOpen] = useState(() => recall(key) === undefined)
  const over = () => {
    remember(key, 'yes')
    setOpen(false)
    focusMain()
  }
  useEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      event.preventDefault()
      over()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [open])
  if (!open) return null
  return (
    <section class="welcome" aria-label={introduction.title}>
      <button type="button" class="controls-close" aria-label={more.close} onClick={over}>
        <Icon of="close" />
      </button>
      <h2>{introduction.title}</h2>
      <Introduction screen={screen} done={over} />
      <div class="controls-choice">
        <button type="button" class="button" data-size="small" data-style="primary" onClick={over}>
          {introduction.dismiss}
        </button>
      </div>
    </section>
  )
}
