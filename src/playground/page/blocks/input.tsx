import { useId } from 'preact/hooks'
import { isJson, type Json, textOf } from '../../json.ts'
import { Element, fieldId } from '../elements/element.tsx'
import { usePlace } from '../place.tsx'
import { useWords } from '../reading.ts'
import { TextObject } from '../text/text-object.tsx'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

/** A field with its label, what helps to fill it in, and what is wrong with it. */
export function InputBlock({ block }: { block: Json }) {
  const { errors } = usePlace()
  const said = useWords(words)
  const id = useId()
  const name = textOf(block.block_id) ?? ''
  const error = Object.hasOwn(errors, name) ? textOf(errors[name]) : undefined
  const hint = isJson(block.hint) ? block.hint : undefined
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter((one) => one !== undefined).join(' ')
  return (
    <div class="blocks-input" data-wrong={error !== undefined}>
      <label class="blocks-label" id={`${id}-label`} for={fieldId(`${id}-label`)}>
        <TextObject text={block.label} />
        {block.optional === true && <span class="blocks-optional"> {said.optional}</span>}
      </label>
      {isJson(block.element) && (
        <Element
          block={name}
          element={block.element}
          tells={block.dispatch_action === true}
          optional={block.optional === true}
          labelledBy={`${id}-label`}
          describedBy={described || undefined}
        />
      )}
      {error !== undefined && (
        <p class="blocks-error" id={`${id}-error`}>
          <Icon name="warning" />
          {error}
        </p>
      )}
      {hint && (
        <p class="blocks-hint" id={`${id}-hint`}>
          <TextObject text={hint} />
        </p>
      )}
    </div>
  )
}
