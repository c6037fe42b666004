import type { ModalView, PlainTextOption } from '@slack/types'
import { sideName } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import type { PartnershipRef } from '../../platform/person.ts'
import type { Item, ItemButton } from '../../platform/rendered.ts'
import { escaped, field, modal, moment, option, plain } from '../../platform/slack/blocks.ts'
import type { Occurrence } from '../occurrence.ts'
import type { Participant } from '../participants/participant.ts'
import { type Side, sides } from '../question.ts'
import { nameOf } from '../views.ts'
import * as say from './messages.ts'

export function handOverButton({ id }: Pick<Occurrence, 'id'>, language: Language): ItemButton {
  return { action: 'checkins:handover', text: say.handOver(language), value: id }
}

/** A select holds 100 of each group. */
const mostOfSide = 100

/** @param there to whom it can be handed over, at least one */
export function handOverView(occurrenceId: string, there: readonly Participant[], language: Language): ModalView {
  const options = (side: Side): PlainTextOption[] =>
    there
      .filter((one) => one.side === side)
      .slice(0, mostOfSide)
      .map(({ personId, name }) => option(personId, name))
  const groups = sides
    .map((side) => ({ label: plain(sideName(side, language)), options: options(side) }))
    .filter((group) => group.options.length > 0)
  return modal({
    id: 'checkins:handover',
    title: say.title(language),
    submit: say.handOver(language),
    close: say.close(language),
    metadata: occurrenceId,
    blocks: [
      field({
        id: 'facilitator',
        label: say.who(language),
        hint: say.whoHint(language),
        element: { type: 'static_select', option_groups: groups },
      }),
    ],
  })
}

/** One's own line, where one leads as well. */
export function leading(item: Item, occurrence: Occurrence, language: Language): Item {
  const detail = [item.detail, say.youFacilitate(language)].filter((line) => line !== undefined).join('\n')
  return { ...item, detail, buttons: [...item.buttons, handOverButton(occurrence, language)] }
}

/** What comes for somebody who leads and has answered: the close. @param zone of the person */
export function facilitatorItem(
  occurrence: Occurrence,
  partnership: PartnershipRef,
  { language, zone }: { language: Language; zone: string },
): Item {
  const name = escaped(nameOf(occurrence.checkIn, language))
  return {
    id: `checkins:facilitate:${occurrence.id}`,
    title: say.youLead(language, name, escaped(partnership.name)),
    detail: moment(occurrence.deadlineAt, zone, language),
    from: occurrence.deadlineAt,
    partnershipId: partnership.id,
    buttons: [handOverButton(occurrence, language)],
  }
}
