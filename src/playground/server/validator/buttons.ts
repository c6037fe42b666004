import { overflowOption, plainText, webAddress } from './composition.ts'
import { actionable, confirmable } from './element-fields.ts'
import { type Fields, list, type ObjectRule, object, oneOf, optional, required, string } from './rules.ts'

const labelled = (): Fields => ({ accessibility_label: optional(string({ max: 75 })) })
const styled = (): Fields => ({ style: optional(oneOf('primary', 'danger')) })

const trigger = object({
  url: required(webAddress()),
  customizable_input_parameters: optional(list(object({ name: required(string()), value: required(string()) }))),
})

const feedback = object({
  text: required(plainText(75)),
  value: required(string({ max: 2000 })),
  ...labelled(),
})

/** What a person presses. */
export const button: ObjectRule = object({
  ...actionable,
  ...confirmable,
  ...labelled(),
  ...styled(),
  text: required(plainText(75)),
  value: optional(string({ max: 2000 })),
  url: optional(webAddress()),
})

export const buttons: Record<string, ObjectRule> = {
  button,
  workflow_button: object({
    ...actionable,
    ...confirmable,
    ...labelled(),
    ...styled(),
    text: required(plainText(75)),
    workflow: required(object({ trigger: required(trigger) })),
  }),
  overflow: object({
    ...actionable,
    ...confirmable,
    options: required(list(overflowOption, { min: 1, max: 5 })),
  }),
}

/** What stands in context_actions. */
export const contextButtons: Record<string, ObjectRule> = {
  feedback_buttons: object({ ...actionable, positive_button: required(feedback), negative_button: required(feedback) }),
  icon_button: object({
    ...actionable,
    ...confirmable,
    ...labelled(),
    icon: required(oneOf('trash')),
    text: required(plainText(3000)),
    value: optional(string({ max: 2000 })),
    visible_to_user_ids: optional(list(string({ min: 1 }), { max: 10 })),
  }),
}
