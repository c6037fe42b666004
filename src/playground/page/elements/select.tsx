import { useId, useMemo, useRef, useState } from 'preact/hooks'
import { kindOf } from '../../fields.ts'
import { wordsOf } from '../../json.ts'
import { usePlace } from '../place.tsx'
import { useReading, useWords } from '../reading.ts'
import { type Choice, chosenOf } from './choice.ts'
import { ChoiceWords } from './choice-words.tsx'
import { useDoing } from './doing.tsx'
import { Listbox } from './listbox.tsx'
import { useNaming } from './naming.ts'
import type { ElementProps } from './props.ts'
import { words } from './words.ts'

/** A select of any kind: of one thing, or of several as chips. */
export function Select(props: ElementProps) {
  return kindOf(props.element)?.many ? <Several {...props} /> : <Single {...props} />
}

function useChosen({ block, element }: ElementProps): Choice[] {
  const filled = usePlace().filled(block, element)
  const reading = useReading()
  return useMemo(() => chosenOf(element, filled, reading), [element, filled, reading])
}

function useHint({ element }: ElementProps): string {
  const own = useWords(words)
  const type = String(element.type)
  const placeholder = wordsOf(element.placeholder)
  if (placeholder) return placeholder
  if (type.endsWith('users_select')) return own.choosePerson
  if (type.endsWith('channels_select') || type.endsWith('conversations_select')) return own.choosePlace
  return kindOf(element)?.many ? own.chooseSeveral : own.choose
}

const opens = (key: string) => key === 'ArrowDown' || key === 'ArrowUp'
const isTyping = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey

/** When the list is there, and what it was opened by typing. */
function useOpening() {
  const [typed, setTyped] = useState<string>()
  const opener = useRef<HTMLButtonElement>(null)
  const list = useId()
  return {
    opener,
    list,
    typed,
    open: (first = '') => setTyped(first),
    shut: (back: boolean) => {
      setTyped(undefined)
      if (back) opener.current?.focus()
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!opens(event.key) && !isTyping(event)) return
      event.preventDefault()
      event.stopPropagation()
      setTyped(isTyping(event) ? event.key : '')
    },
  }
}

function Single(props: ElementProps) {
  const { block, element, tells, labelledBy } = props
  const place = usePlace()
  const doing = useDoing(props)
  const [chosen] = useChosen(props)
  const hint = useHint(props)
  const own = useWords(words)
  const naming = useNaming(props, hint)
  const { opener, list, typed, open, shut, onKeyDown } = useOpening()
  const isOpen = typed !== undefined
  const choose = (choice: Choice) => {
    shut(true)
    if (choice.id !== chosen?.id) doing.give(choice.given)
  }
  return (
    <>
      <div class="elements-select" data-wide={labelledBy !== undefined} data-busy={doing.busy}>
        <button
          {...naming}
          ref={opener}
          type="button"
          role="combobox"
          class="elements-select-box"
          aria-haspopup="listbox"
          aria-expanded={isOpen}
          aria-controls={list}
          data-empty={chosen === undefined}
          onClick={() => (isOpen ? shut(true) : open())}
          onKeyDown={onKeyDown}
        >
          {chosen ? <ChoiceWords choice={chosen} /> : <span>{hint}</span>}
        </button>
        {chosen && tells === false && (
          <button
            type="button"
            class="elements-clear"
            aria-label={own.clear}
            onClick={() => {
              place.fill(block, element, null)
              opener.current?.focus()
            }}
          >
            ×
          </button>
        )}
        {isOpen && (
          <Listbox
            {...props}
            id={list}
            anchor={opener}
            first={typed}
            chosen={chosen ? [chosen] : []}
            onChoose={choose}
            onShut={shut}
          />
        )}
      </div>
      {doing.aside}
    </>
  )
}

function Several(props: ElementProps) {
  const { element, tells = true, labelledBy } = props
  const doing = useDoing(props)
  const known = useChosen(props)
  const hint = useHint(props)
  const own = useWords(words)
  const naming = useNaming(props, hint)
  const { opener, list, typed, open, shut, onKeyDown } = useOpening()
  const box = useRef<HTMLDivElement>(null)
  // Where the app hears of it at once, it hears once of all that was chosen while the list was open.
  const [picked, setPicked] = useState<Choice[]>()
  const chosen = picked ?? known
  const isOpen = typed !== undefined
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : undefined
  const full = most !== undefined && chosen.length >= most

  const set = (next: Choice[]) => {
    if (tells && isOpen) setPicked(next)
    else doing.give(next.map((one) => one.given))
  }
  const toggle = (choice: Choice) => {
    const without = chosen.filter((one) => one.id !== choice.id)
    if (without.length < chosen.length) set(without)
    else if (!full) set([...chosen, choice])
  }
  const leave = (back: boolean) => {
    shut(back)
    setPicked(undefined)
    const same = picked?.length === known.length && picked.every((one, at) => one.id === known[at]?.id)
    if (picked && !same) doing.give(picked.map((one) => one.given))
  }
  const remove = (choice: Choice) => {
    set(chosen.filter((one) => one.id !== choice.id))
    opener.current?.focus()
  }
  return (
    <>
      <div
        ref={box}
        class="elements-select elements-several"
        data-wide={labelledBy !== undefined}
        data-busy={doing.busy}
      >
        {chosen.map((choice) => (
          <span class="elements-chip" key={choice.id}>
            <ChoiceWords choice={choice} />
            <button type="button" aria-label={own.remove(choice.words)} onClick={() => remove(choice)}>
              ×
            </button>
          </span>
        ))}
        <button
          {...naming}
          ref={opener}
          type="button"
          role="combobox"
          class="elements-select-box"
          aria-haspopup="listbox"
          aria-expanded={isOpen}
          aria-controls={list}
          data-empty="true"
          onClick={() => (isOpen ? leave(true) : open())}
          onKeyDown={(event) => {
            const last = chosen.at(-1)
            if (event.key === 'Backspace' && last) return set(chosen.slice(0, -1))
            onKeyDown(event)
          }}
        >
          <span>
            {chosen.length === 0 ? (
              hint
            ) : (
              <span class="visually-hidden">{chosen.map((one) => one.words).join(', ')}</span>
            )}
          </span>
        </button>
        {isOpen && (
          <Listbox
            {...props}
            id={list}
            anchor={box}
            first={typed}
            chosen={chosen}
            several
            limit={full ? own.atMost(most) : undefined}
            onChoose={toggle}
            onBack={() => set(chosen.slice(0, -1))}
            onShut={leave}
          />
        )}
      </div>
      {doing.aside}
    </>
  )
}
