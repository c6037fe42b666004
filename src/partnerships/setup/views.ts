import type { ModalView } from '@slack/types'
import type { Language } from '../../platform/i18n.ts'
import type { Rendered } from '../../platform/rendered.ts'
import { buttons, context, field, modal, plain, said } from '../../platform/slack/blocks.ts'
import type { Partnership } from '../partnership.ts'
import type { Draft, Step1 } from './draft.ts'
import { fieldIds } from './fields.ts'
import * as text from './messages.ts'

/** What Slack calls back with. */
export const ids = {
  open: 'partnerships:setup',
  channels: 'partnerships:setup-channels',
  people: 'partnerships:setup-people',
  hours: 'partnerships:setup-hours',
  said: 'partnerships:setup-said',
} as const

export function channelsView(draft: Pick<Draft, 'id' | 'step1'>, isNew: boolean, language: Language): ModalView {
  const { name, channels } = draft.step1 ?? {}
  const nameElement = {
    type: 'plain_text_input' as const,
    max_length: 60,
    placeholder: plain(text.nameExample(language)),
    ...(name ? { initial_value: name } : {}),
  }
  const choose = (which: keyof Step1['channels']) => {
    const initial = channels?.[which]
    const element = {
      type: 'conversations_select' as const,
      filter: { include: ['public' as const, 'private' as const], exclude_external_shared_channels: true },
      ...(initial ? { initial_conversation: initial } : {}),
    }
    const hint = which === 'shared' ? text.sharedHint(language) : undefined
    return field({ id: fieldIds.channel[which], label: text.channelLabels[which](language), element, hint })
  }
  return modal({
    id: ids.channels,
    title: text.titles.channels(language),
    submit: text.next(language),
    close: text.cancel(language),
    metadata: draft.id,
    blocks: [
      context(isNew ? text.intro(language) : text.secondCooperation(language)),
      field({ id: fieldIds.name, label: text.nameLabel(language), element: nameElement }),
      ...(['marketing', 'sales', 'shared'] as const).map(choose),
    ],
  })
}

/** Of a message's 50 blocks. */
const mostOffered = 40

/** Which partnership to change, or a new one. @param words beforehand, mrkdwn */
export function choice(words: string, partnerships: readonly Partnership[], language: Language): Rendered {
  const existing = partnerships
    .slice(0, mostOffered)
    .map(({ id, name }) => ({ action: ids.open, text: name, value: id }))
  const another = { action: ids.open, text: text.newCooperation(language), value: 'new' }
  const more = partnerships.length > mostOffered ? [context(text.allInSettings(language))] : []
  // A row each: within one row Slack wants every action once.
  return said(words, ...[...existing, another].map((one) => buttons([one])), ...more)
}
