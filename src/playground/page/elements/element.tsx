import type { FunctionComponent } from 'preact'
import { kindOf } from '../../fields.ts'
import { textOf } from '../../json.ts'
import { useWords } from '../reading.ts'
import { Button, FeedbackButtons, IconButton } from './buttons.tsx'
import { DatePicker, DateTimePicker, TimePicker } from './days.tsx'
import { FileInput } from './file-input.tsx'
import { Overflow } from './overflow.tsx'
import { Picture } from './picture.tsx'
import type { ElementProps } from './props.ts'
import { RichTextInput } from './rich-text-input.tsx'
import { Select } from './select.tsx'
import { Checkboxes, RadioButtons } from './ticks.tsx'
import { AddressInput, NumberInput, TextInput } from './typed.tsx'
import { words } from './words.ts'

export { type ElementProps, fieldId } from './props.ts'

const drawn: Record<string, FunctionComponent<ElementProps>> = {
  button: Button,
  workflow_button: Button,
  icon_button: IconButton,
  feedback_buttons: FeedbackButtons,
  overflow: Overflow,
  static_select: Select,
  external_select: Select,
  users_select: Select,
  channels_select: Select,
  conversations_select: Select,
  multi_static_select: Select,
  multi_external_select: Select,
  multi_users_select: Select,
  multi_channels_select: Select,
  multi_conversations_select: Select,
  checkboxes: Checkboxes,
  radio_buttons: RadioButtons,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  plain_text_input: TextInput,
  email_text_input: AddressInput,
  url_text_input: AddressInput,
  number_input: NumberInput,
  rich_text_input: RichTextInput,
  file_input: FileInput,
  image: Picture,
}

/** A button, select, field or other interactive element. In a place (see `place.tsx`). */
export function Element(props: ElementProps) {
  const { block, element, labelledBy } = props
  const type = textOf(element.type) ?? ''
  const Drawn = Object.hasOwn(drawn, type) ? drawn[type] : undefined
  return (
    <div
      class="elements"
      data-block={block}
      data-type={type}
      data-field={kindOf(element) !== undefined}
      data-wide={labelledBy !== undefined}
      data-first={element.focus_on_load === true}
    >
      {Drawn ? <Drawn {...props} /> : <Unknown type={type} />}
    </div>
  )
}

function Unknown({ type }: { type: string }) {
  const own = useWords(words)
  return <span class="elements-unknown">{own.cannotDraw(type)}</span>
}
