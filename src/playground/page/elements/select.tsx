import { useMemo, useRef, useState } from 'preact/hooks'
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
import { SelectBox, useOpening } from './select-box.tsx'
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

function Single(props: ElementProps) {
  const { block, element, tells, optional, labelledBy } = props
  const place = usePlace()
  const doing = useDoing(props)
  const [chosen] = useChosen(props)
  const hint = useHint(props)
  const own = useWords(words)
  const naming = useNaming(props, hint)
  const opening = useOpening()
  const { opener, list, typed, shut } = opening
  const choose = (choice: Choice) => {
    shut(true)
    if (choice.id !== chosen?.id) doing.give(choice.given)
  }
  return (
    <>
      <div class="elements-select" data-wide={labelledBy !== undefined} data-busy={doing.busy}>
        <SelectBox naming={naming} opening={opening} empty={chosen === undefined}>
          {chosen ? <ChoiceWords choice={chosen} /> : <span>{hint}</span>}
        </SelectBox>
        {chosen && tells === false && optional && (
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
        {typed !== undefined && (
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
  const opening = useOpening()
  const { opener, list, typed, shut } = opening
  const box = useRef<HTMLDivElement>(null)
  // Where the app hears of it at once, it hears once of all that was chosen while the list was open.
  const [picked, setPicked] = useState<Choice[]>()
  const chosen = picked ?? known
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : undefined
  const full = most !== undefined && chosen.length >= most

  const set = (next: Choice[]) => {
    if (tells && typed !== undefined) setPicked(next)
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
  const removeLast = () => set(chosen.slice(0, -1))
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
        <SelectBox
          naming={naming}
          opening={{ ...opening, shut: leave }}
          empty
          onKey={(key) => {
            const removes = key === 'Backspace' && chosen.length > 0
            if (removes) removeLast()
            return removes
          }}
        >
          <span>
            {chosen.length === 0 ? (
              hint
            ) : (
              <span class="visually-hidden">{chosen.map((one) => one.words).join(', ')}</span>
            )}
          </span>
        </SelectBox>
        {typed !== undefined && (
          <Listbox
            {...props}
            id={list}
            anchor={box}
            first={typed}
            chosen={chosen}
            several
            limit={full ? own.atMost(most) : undefined}
            onChoose={toggle}
            onBack={removeLast}
            onShut={leave}
          />
        )}
      </div>
      {doing.aside}
    </>
  )
}
