import type { ComponentChildren } from 'preact'
import { isJson, type Json, strings, textOf, wordsOf } from '../../json.ts'
import { useReading, useWords } from '../reading.ts'
import { safeAddress, spotOf, useFollow } from '../text/link.tsx'
import { TextObject } from '../text/text-object.tsx'
import { type Doing, useDoing } from './doing.tsx'
import type { ElementProps } from './props.ts'
import { words } from './words.ts'

/** A button; with an address it leads there, and the app hears of it all the same. */
export function Button(props: ElementProps) {
  const { element } = props
  const doing = useDoing(props)
  const follow = useFollow()
  const own = useWords(words)
  const address = safeAddress(element.url)
  const label = textOf(element.accessibility_label)
  if (!address) {
    return (
      <>
        <Press doing={doing} style={element.style} label={label} onPress={() => doing.press()}>
          <TextObject text={element.text} />
        </Press>
        {doing.aside}
      </>
    )
  }
  const spot = spotOf(address)
  const asks = isJson(element.confirm)
  return (
    <>
      <a
        class="button"
        href={address}
        target="_blank"
        rel="noreferrer"
        data-style={textOf(element.style)}
        data-busy={doing.busy}
        aria-label={label}
        onClick={(event) => {
          if (asks || spot) event.preventDefault()
          doing.press(undefined, asks || spot ? () => follow(address) : undefined)
        }}
      >
        <TextObject text={element.text} />
        {!spot && <span class="visually-hidden"> ({own.newTab})</span>}
        {!spot && <Away />}
      </a>
      {doing.aside}
    </>
  )
}

/** A picture to press; only those see it whom it is meant for. */
export function IconButton(props: ElementProps) {
  const { element } = props
  const doing = useDoing(props)
  const { me } = useReading()
  const seers = strings(element.visible_to_user_ids)
  if (seers.length > 0 && !seers.includes(me)) return null
  const label = textOf(element.accessibility_label) ?? wordsOf(element.text)
  return (
    <>
      <Press doing={doing} look="icon" label={label} title={wordsOf(element.text)} onPress={() => doing.press()}>
        {element.icon === 'trash' ? <Trash /> : wordsOf(element.text)}
      </Press>
      {doing.aside}
    </>
  )
}

/** Thumbs up and down. */
export function FeedbackButtons(props: ElementProps) {
  const { element } = props
  const doing = useDoing(props)
  const own = useWords(words)
  const one = (button: unknown, otherwise: string, icon: ComponentChildren) => {
    const given: Json = isJson(button) ? button : {}
    const label = textOf(given.accessibility_label) ?? (wordsOf(given.text) || otherwise)
    const press = () => doing.press(textOf(given.value))
    return (
      <Press doing={doing} look="icon" label={label} title={wordsOf(given.text)} onPress={press}>
        {icon}
      </Press>
    )
  }
  return (
    <>
      <span class="elements-feedback">
        {one(element.positive_button, own.positive, <Thumb />)}
        {one(element.negative_button, own.negative, <Thumb down />)}
      </span>
      {doing.aside}
    </>
  )
}

interface PressProps {
  doing: Doing
  label: string | undefined
  title?: string
  style?: unknown
  look?: 'icon'
  onPress: () => void
  children: ComponentChildren
}

// Not `disabled` while the app is busy: the focus would be lost.
function Press({ doing, label, title, style, look, onPress, children }: PressProps) {
  return (
    <button
      type="button"
      class="button"
      data-style={textOf(style)}
      data-look={look}
      data-busy={doing.busy}
      aria-disabled={doing.busy}
      aria-label={label}
      title={title}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6, 'stroke-linejoin': 'round' } as const

function Away() {
  return (
    <svg class="elements-icon" viewBox="0 0 16 16" aria-hidden="true" {...line}>
      <path d="M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5" stroke-linecap="round" />
    </svg>
  )
}

function Trash() {
  return (
    <svg class="elements-icon" viewBox="0 0 16 16" aria-hidden="true" {...line}>
      <path d="M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4" stroke-linecap="round" />
    </svg>
  )
}

function Thumb({ down = false }: { down?: boolean }) {
  return (
    <svg class="elements-icon" viewBox="0 0 16 16" aria-hidden="true" {...line}>
      <path
        transform={down ? 'rotate(180 8 8)' : undefined}
        d="M5 7.2v6H2.5v-6zM5 7.2 7.6 2.2c1 0 1.7.7 1.5 1.7l-.5 2.3h3.7c.9 0 1.5.8 1.3 1.6l-1 4.2c-.2.7-.8 1.2-1.5 1.2H5"
      />
    </svg>
  )
}
