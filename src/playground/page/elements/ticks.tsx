import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { isJson, type Json, objects } from '../../json.ts'
import { usePlace } from '../place.tsx'
import { useWords } from '../reading.ts'
import { TextObject } from '../text/text-object.tsx'
import { useDoing } from './doing.tsx'
import { useNaming } from './naming.ts'
import type { ElementProps } from './props.ts'
import { words } from './words.ts'

/** Options that are all seen, each with a box. */
export function Checkboxes(props: ElementProps) {
  const { block, element } = props
  const doing = useDoing(props)
  const ticked = objects(usePlace().filled(block, element))
  const isTicked = (option: Json) => ticked.some((one) => one.value === option.value)
  const options = objects(element.options)
  return (
    <Ticks props={props} role="group">
      {options.map((option) => (
        <Tick
          key={String(option.value)}
          type="checkbox"
          option={option}
          on={isTicked(option)}
          onPick={() => doing.give(options.filter((one) => isTicked(one) !== (one.value === option.value)))}
        />
      ))}
      {doing.aside}
    </Ticks>
  )
}

/** Options that are all seen, of which one is chosen. */
export function RadioButtons(props: ElementProps) {
  const { block, element } = props
  const doing = useDoing(props)
  const name = useId()
  const filled = usePlace().filled(block, element)
  const chosen = isJson(filled) ? filled.value : undefined
  return (
    <Ticks props={props} role="radiogroup">
      {objects(element.options).map((option) => (
        <Tick
          key={String(option.value)}
          type="radio"
          name={name}
          option={option}
          on={option.value === chosen}
          onPick={() => doing.give(option)}
        />
      ))}
      {doing.aside}
    </Ticks>
  )
}

function Ticks({
  props,
  role,
  children,
}: {
  props: ElementProps
  role: 'group' | 'radiogroup'
  children: ComponentChildren
}) {
  const own = useWords(words)
  const { 'aria-invalid': invalid, ...naming } = useNaming(props, own.choose)
  return (
    <div class="elements-ticks" role={role} {...naming} aria-invalid={role === 'radiogroup' ? invalid : undefined}>
      {children}
    </div>
  )
}

interface TickProps {
  type: 'checkbox' | 'radio'
  name?: string
  option: Json
  on: boolean
  onPick: () => void
}

function Tick({ type, name, option, on, onPick }: TickProps) {
  return (
    <label class="elements-tick">
      <input
        type={type}
        name={name}
        checked={on}
        onChange={(event) => {
          // Until it is filled in (the person may be asked first) it stays as it was.
          event.currentTarget.checked = on
          onPick()
        }}
      />
      <span>
        <TextObject text={option.text} />
        {option.description !== undefined && (
          <small>
            <TextObject text={option.description} />
          </small>
        )}
      </span>
    </label>
  )
}
