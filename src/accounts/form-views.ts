import type { ModalView } from '@slack/types'
import { type Side, sideName } from '../partnerships/index.ts'
import type { Language } from '../platform/i18n.ts'
import { escaped, field, modal, option, section } from '../platform/slack/blocks.ts'
import { type Account, mostNameLength, sides, type Tier, tiers } from './account.ts'
import * as text from './form-messages.ts'
import { noticeBlocks } from './list-views.ts'
import * as say from './messages.ts'
import { type Editing, fromEditing, fromPlace } from './place.ts'
import { crmLink, ownersLine } from './views.ts'

const mostNoteLength = 2_000
const mostLinkLength = 500

/** What a form is filled in with. */
export interface Draft {
  name: string
  tier: Tier
  crm: string
  /** Slack's ids. */
  owners: Partial<Record<Side, string>>
}

export const emptyDraft = (name = ''): Draft => ({ name, tier: 'B', crm: '', owners: {} })

export function draftOf({ name, tier, crmUrl, owners: { marketing, sales } }: Account): Draft {
  const owners = { ...(marketing && { marketing: marketing.slackId }), ...(sales && { sales: sales.slackId }) }
  return { name, tier, crm: crmUrl ?? '', owners }
}

/** To add an account, or to change one. @param now how it stands, where it was changed while somebody filled this in */
export function formView(language: Language, editing: Editing, draft: Draft, now?: Account): ModalView {
  const options = tiers.map((one) => option(one, text.tiers[one](language)))
  const chosen = options.find(({ value }) => value === draft.tier)
  return modal({
    id: 'accounts:save',
    title: (editing.accountId ? text.editTitle : text.addTitle)(language),
    submit: say.save(language),
    close: say.close(language),
    metadata: fromEditing(editing),
    blocks: [
      ...(now ? meanwhile(now, language) : []),
      field({
        id: 'name',
        label: text.name(language),
        element: { type: 'plain_text_input', max_length: mostNameLength, ...initial(draft.name) },
      }),
      field({
        id: 'tier',
        label: text.tier(language),
        hint: text.tierHint(language),
        element: { type: 'radio_buttons', options, ...(chosen && { initial_option: chosen }) },
      }),
      ...sides.map((side) => ownerField(`${side}_owner`, side, draft.owners[side], language)),
      field({
        id: 'crm',
        label: text.crm(language),
        hint: text.crmHint(language),
        element: { type: 'plain_text_input', max_length: mostLinkLength, ...initial(draft.crm) },
        optional: true,
      }),
    ],
  })
}

/** A note that somebody adds of their own accord. */
export function noteView(language: Language, { id, partnershipId, name }: Account): ModalView {
  const element = {
    type: 'plain_text_input',
    multiline: true,
    max_length: mostNoteLength,
    focus_on_load: true,
  } as const
  return modal({
    id: 'accounts:note',
    title: text.noteTitle(language),
    submit: say.save(language),
    close: say.close(language),
    metadata: fromPlace({ partnershipId, accountId: id }),
    blocks: [
      section(text.noteAbout(language, escaped(name))),
      field({ id: 'note', label: text.note(language), element }),
    ],
  })
}

function ownerField(id: string, side: Side, slackId: string | undefined, language: Language) {
  return field({
    id,
    label: text.owner(language, sideName(side, language)),
    hint: text.ownerHint(language),
    element: { type: 'users_select', ...(slackId ? { initial_user: slackId } : {}) },
    optional: true,
  })
}

/** The link stands apart: with names of any length it would not fit into one paragraph. */
function meanwhile({ name, tier, owners, crmUrl }: Account, language: Language) {
  const line = `*${escaped(name)}* (${say.tier(language, tier)})\n${ownersLine(owners, language)}`
  const crm = crmUrl === undefined ? [] : [section(crmLink(crmUrl))]
  return [...noticeBlocks(text.changedMeanwhile(language)), section(line), ...crm]
}

const initial = (value: string) => (value === '' ? {} : { initial_value: value })
