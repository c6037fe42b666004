import { buttons, contextButtons } from './buttons.ts'
import { imageElement } from './composition.ts'
import { inputs, pickers } from './inputs.ts'
import type { Surface } from './problem.ts'
import { byType, pick } from './rules.ts'
import { choices, selects } from './selects.ts'

const dayOrTime = pick(pickers, 'datepicker', 'timepicker')

/** Where an element may stand when not everywhere. Where sources differ the narrower is taken. */
const surfaces: Record<string, Surface[]> = {
  datetimepicker: ['message', 'modal'],
  email_text_input: ['modal'],
  file_input: ['modal'],
  number_input: ['modal'],
  rich_text_input: ['modal', 'home'],
  url_text_input: ['modal'],
  workflow_button: ['message'],
}

/** The elements that each kind of place takes. */
export const inActions = byType(
  { ...buttons, ...choices, ...selects, ...pickers, ...pick(inputs, 'rich_text_input') },
  surfaces,
)
export const inAccessory = byType({ ...buttons, ...choices, ...selects, ...dayOrTime, image: imageElement }, surfaces)
export const inInput = byType({ ...choices, ...selects, ...pickers, ...inputs }, surfaces)
export const inContextActions = byType(contextButtons)
