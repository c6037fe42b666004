import { confirm, plainText } from './composition.ts'
import { boolean, type Fields, list, object, oneOf, optional, string } from './rules.ts'

/** What elements have in common, one noun each. */
export const actionable: Fields = { action_id: optional(string({ min: 1, max: 255 })) }
export const confirmable: Fields = { confirm: optional(confirm) }
export const focusable: Fields = { focus_on_load: optional(boolean) }
export const holding: Fields = { placeholder: optional(plainText(150)) }
export const dispatching: Fields = {
  dispatch_action_config: optional(
    object({
      trigger_actions_on: optional(list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 })),
    }),
  ),
}
