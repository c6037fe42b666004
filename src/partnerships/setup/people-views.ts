import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { Language } from '../../platform/i18n.ts'
import { channel, context, field, header, mention, modal, option, section } from '../../platform/slack/blocks.ts'
import { sideName } from '../messages.ts'
import { type Side, sides } from '../partnership.ts'
import type { Role } from '../people/member.ts'
import type { Step2 } from './draft.ts'
import { fieldIds } from './fields.ts'
import * as groupText from './group-messages.ts'
import { type Added, mostGroups, type UserGroup } from './groups.ts'
import * as frame from './messages.ts'
import * as text from './people-messages.ts'
import { mostPeople } from './suggestion.ts'
import { ids } from './views.ts'

/** Stands there while the people are looked up. @param externalId by which it is filled */
export function lookingUpView(draftId: string, externalId: string, language: Language): ModalView {
  return {
    ...modal({
      id: ids.people,
      title: frame.titles.people(language),
      close: frame.back(language),
      metadata: draftId,
      blocks: [section(text.fetchingPeople(language))],
    }),
    external_id: externalId,
  }
}

/**
 * @param notes what to know beforehand, mrkdwn
 * @param groups the user groups that people can be taken from
 */
export function peopleView(
  draftId: string,
  filled: Step2,
  notes: string[],
  language: Language,
  groups: readonly UserGroup[] = [],
): ModalView {
  const unshown = groups.length > mostGroups ? [groupText.moreGroups(language, mostGroups, groups.length)] : []
  return modal({
    id: ids.people,
    title: frame.titles.people(language),
    submit: frame.next(language),
    close: frame.back(language),
    metadata: draftId,
    blocks: [
      ...[text.peopleIntro(language), ...notes, ...unshown].map(context),
      ...sides.flatMap((side) => sideBlocks(side, filled, groups, language)),
    ],
  })
}

function sideBlocks(
  side: Side,
  { people, roles }: Step2,
  groups: readonly UserGroup[],
  language: Language,
): KnownBlock[] {
  const chosen = people[side].slice(0, mostPeople)
  const everybody = {
    type: 'multi_users_select' as const,
    max_selected_items: mostPeople,
    ...(chosen.length > 0 ? { initial_users: chosen } : {}),
  }
  const one = (role: Role, hint?: string): InputBlock => {
    const initial = roles[side][role]
    const element = { type: 'users_select' as const, ...(initial ? { initial_user: initial } : {}) }
    const label = text.roleLabel(role, side, language)
    return field({ id: fieldIds.role(side, role), label, element, hint, optional: role !== 'team_lead' })
  }
  return [
    header(sideName(side, language)),
    field({
      id: fieldIds.people[side],
      label: text.peopleLabel(language, side),
      element: everybody,
      optional: groups.length > 0,
    }),
    ...(groups.length > 0 ? [groupField(side, groups, language)] : []),
    one('team_lead'),
    one('deputy', text.deputyHint(language)),
    one('contact_person', text.contactHint(language)),
  ]
}

function groupField(side: Side, groups: readonly UserGroup[], language: Language): InputBlock {
  const options = groups.slice(0, mostGroups).map(({ id, name }) => option(id, name))
  return field({
    id: fieldIds.groups[side],
    label: groupText.groupLabel(language, side),
    hint: groupText.groupHint(language),
    element: { type: 'multi_static_select', options },
    optional: true,
  })
}

/** What the user groups brought to a side. */
export function groupNotes(side: Side, { added, leftOut }: Added, language: Language): string[] {
  const words = [
    ...(added.length > 0 ? [groupText.addedFrom(language, side, added.map(mention))] : []),
    ...(leftOut.length > 0 ? [groupText.leftOut(language, side, leftOut.length)] : []),
  ]
  return words.length > 0 ? [words.join(' ')] : []
}

export interface NotesOfPeople {
  external: readonly string[]
  /** In the channels of both teams. */
  both?: readonly string[]
  /** Channels with more people than can be chosen. */
  crowded?: readonly string[]
  /** How many Slack said nothing about. */
  unanswered?: number
}

/** What to know while choosing people. Channels and people by their Slack ids. */
export function peopleNotes(
  { external, both = [], crowded = [], unanswered = 0 }: NotesOfPeople,
  language: Language,
): string[] {
  return [
    ...(external.length > 0 ? [text.sharedOutside(language, external.map(channel))] : []),
    ...(both.length > 0 ? [text.inBoth(language, both.slice(0, mostPeople).map(mention))] : []),
    ...crowded.map((id) => text.tooManyMembers(language, channel(id))),
    ...(unanswered > 0 ? [text.someUnknown(language, unanswered)] : []),
  ]
}
