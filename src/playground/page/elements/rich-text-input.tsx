import { useState } from 'preact/hooks'
import { wordsOf } from '../../json.ts'
import { usePlace } from '../place.tsx'
import { useReading, useWords } from '../reading.ts'
import { useNaming } from './naming.ts'
import type { ElementProps } from './props.ts'
import { fromRich, toRich } from './rich.ts'
import { useTyping } from './typed.tsx'
import { words } from './words.ts'

/** Text with lists, typed plainly. */
export function RichTextInput(props: ElementProps) {
  const { block, element } = props
  const reading = useReading()
  const own = useWords(words)
  const naming = useNaming(props, own.text)
  const typing = useTyping(props)
  const filled = usePlace().filled(block, element)
  const [typed, setTyped] = useState('')
  // What was typed stands there as it was, as long as it is what is filled in.
  const same = JSON.stringify(toRich(typed)) === JSON.stringify(filled ?? null)
  return (
    <>
      <textarea
        {...naming}
        class="elements-box"
        rows={typeof element.min_lines === 'number' ? element.min_lines : 4}
        value={same ? typed : fromRich(filled, reading)}
        placeholder={wordsOf(element.placeholder)}
        onInput={({ currentTarget: { value } }) => {
          setTyped(value)
          typing.type(toRich(value))
        }}
        onKeyDown={typing.onKeyDown}
        onBlur={typing.leave}
      />
      {typing.aside}
    </>
  )
}
