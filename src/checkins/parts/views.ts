import type { InputBlock, ModalView } from '@slack/types'
import type { Language } from '../../platform/i18n.ts'
import { context, escaped, field, modal } from '../../platform/slack/blocks.ts'
import type { Chosen } from './choosing.ts'
import * as say from './messages.ts'

/** Who is optional and who observes. @param name of the check-in, not escaped */
export function peopleView(checkInId: string, name: string, chosen: Chosen, language: Language): ModalView {
  return modal({
    id: 'checkins:people',
    title: say.title(language),
    submit: say.save(language),
    close: say.close(language),
    metadata: checkInId,
    blocks: [
      context(say.intro(language, escaped(name))),
      people('optional', say.optional(language), say.optionalHint(language), chosen.optional),
      people('observer', say.observers(language), say.observersHint(language), chosen.observer),
    ],
  })
}

function people(id: keyof Chosen, label: string, hint: string, chosen: readonly string[]): InputBlock {
  const initial = chosen.length > 0 ? { initial_users: [...chosen] } : {}
  return field({ id, label, hint, optional: true, element: { type: 'multi_users_select', ...initial } })
}
