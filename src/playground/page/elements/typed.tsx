import { useState } from 'preact/hooks'
import { isJson, type Json, strings, textOf, wordsOf } from '../../json.ts'
import { usePlace } from '../place.tsx'
import { useWords } from '../reading.ts'
import { useDoing } from './doing.tsx'
import { useNaming } from './naming.ts'
import type { ElementProps } from './props.ts'
import { useSoon } from './soon.ts'
import { words } from './words.ts'

const afterTypingMs = 400

/** Fills in what is typed; the app hears of it as it asked to: at Enter, or as one types. */
export function useTyping(props: ElementProps) {
  const { block, element, tells = true } = props
  const place = usePlace()
  const doing = useDoing(props)
  const soon = useSoon(afterTypingMs)
  const on = triggersOf(element)
  return {
    aside: doing.aside,
    leave: soon.now,
    type: (given: unknown) => {
      place.fill(block, element, given)
      if (tells && on.includes('on_character_entered')) soon.later(() => doing.give(given))
    },
    onKeyDown: (event: KeyboardEvent) => {
      const enters = event.key === 'Enter' && !event.isComposing
      const many = event.currentTarget instanceof HTMLTextAreaElement
      if (!enters || !tells || !on.includes('on_enter_pressed') || (many && !event.ctrlKey && !event.metaKey)) return
      event.preventDefault()
      doing.give(place.filled(block, element) ?? null)
    },
  }
}

/** When the app hears of what is typed; at Enter where it does not say. */
export function triggersOf(element: Json): string[] {
  const config = isJson(element.dispatch_action_config) ? element.dispatch_action_config : {}
  const on = strings(config.trigger_actions_on)
  return on.length > 0 ? on : ['on_enter_pressed']
}

/** One line or more of text. */
export function TextInput(props: ElementProps) {
  const { block, element } = props
  const own = useWords(words)
  const naming = useNaming(props, own.text)
  const { type, onKeyDown, leave, aside } = useTyping(props)
  const value = textOf(usePlace().filled(block, element)) ?? ''
  const field = {
    ...naming,
    class: 'elements-box',
    value,
    placeholder: wordsOf(element.placeholder),
    onKeyDown,
    onBlur: leave,
  }
  return (
    <>
      {element.multiline === true ? (
        <textarea {...field} rows={4} onInput={(event) => type(event.currentTarget.value || null)} />
      ) : (
        <input {...field} type="text" onInput={(event) => type(event.currentTarget.value || null)} />
      )}
      <Room element={element} length={[...value].length} />
      {aside}
    </>
  )
}

/** How much more can be typed, once that is little. */
function Room({ element: { max_length }, length }: { element: Json; length: number }) {
  const own = useWords(words)
  const most = typeof max_length === 'number' ? max_length : 3000
  const left = most - length
  if (left > Math.max(10, most / 10) || length === 0) return null
  return (
    <small class="elements-room" data-over={left < 0}>
      {left < 0 ? own.over(-left) : own.left(left)}
    </small>
  )
}

const kinds = { email_text_input: 'email', url_text_input: 'url' } as const

/** An e-mail address, or one of the web. */
export function AddressInput(props: ElementProps) {
  const { block, element } = props
  const own = useWords(words)
  const kind = kinds[element.type === 'email_text_input' ? 'email_text_input' : 'url_text_input']
  const naming = useNaming(props, own[kind])
  const typing = useTyping(props)
  return (
    <>
      <input
        {...naming}
        type="text"
        inputMode={kind}
        class="elements-box"
        autocomplete="off"
        value={textOf(usePlace().filled(block, element)) ?? ''}
        placeholder={wordsOf(element.placeholder) || own[kind]}
        onInput={(event) => typing.type(event.currentTarget.value || null)}
        onKeyDown={typing.onKeyDown}
        onBlur={typing.leave}
      />
      {typing.aside}
    </>
  )
}

/** A number as Slack keeps it: the point is a point. */
export function toNumber(typed: string): string {
  return typed.trim().replace(/^([-+]?\d*),(\d*)$/, '$1.$2')
}

/** A number; what is no number is kept as it was typed, and refused when the form is sent. */
export function NumberInput(props: ElementProps) {
  const { block, element } = props
  const own = useWords(words)
  const naming = useNaming(props, own.number)
  const typing = useTyping(props)
  const filled = textOf(usePlace().filled(block, element)) ?? ''
  const [typed, setTyped] = useState('')
  return (
    <>
      <input
        {...naming}
        type="text"
        inputMode={inputModeOf(element)}
        class="elements-box"
        autocomplete="off"
        value={toNumber(typed) === filled ? typed : filled}
        placeholder={wordsOf(element.placeholder)}
        onInput={({ currentTarget: { value } }) => {
          setTyped(value)
          typing.type(toNumber(value) || null)
        }}
        onKeyDown={typing.onKeyDown}
        onBlur={typing.leave}
      />
      {typing.aside}
    </>
  )
}

// The number pads of phones have no minus.
function inputModeOf({ is_decimal_allowed, min_value }: Json): 'text' | 'decimal' | 'numeric' {
  if (typeof min_value !== 'string' || Number(min_value) < 0) return 'text'
  return is_decimal_allowed === true ? 'decimal' : 'numeric'
}
