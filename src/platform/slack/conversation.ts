import type { ModalView } from '@slack/types'
import type { Conversation, OpenView } from '../interaction.ts'
import type { Person } from '../person.ts'
import type { Rendered } from '../rendered.ts'
import { type Origin, openedFrom } from './lists.ts'
import type { Place } from './reply.ts'
import { offerToContinue, type Resumption } from './resumption.ts'
import type { Surroundings } from './surroundings.ts'
import { classify } from './trouble.ts'

/** Where something was done, and how it can be answered. */
export interface Spot {
  triggerId: string
  place: Place
  /** What would have to be done again where the trigger has died. */
  again: Resumption | undefined
  /** The list it began in, if only they see that. */
  list: Origin | undefined
  /** Whether it was clicked in an answer that only they see and that is no list: what came of it can stand there instead. */
  inAnswer: boolean
}

/** What a listener is given to talk with somebody. */
export function conversationAt(spot: Spot, person: Person, now: number, around: Surroundings): Conversation {
  const { db, log, clients, replier } = around
  const reply = (message: Rendered) => replier.reply(spot.place, message)
  return {
    db,
    slack: clients.read,
    log,
    now,
    person,
    channelId: spot.place.channelId,
    reply,
    open: (view) => show('open', view, spot, person, around),
    async change(open, view) {
      try {
        await clients.read.views.update({ view_id: open.id, view: openedFrom(spot.list, view) })
      } catch (error) {
        // Closed, or changed by something later: either way there is nothing to show it in.
        const trouble = classify(error)
        if (trouble.kind === 'gone' || (trouble.kind === 'refused' && trouble.code === 'hash_conflict')) return
        throw error
      }
    },
  }
}

/** Opens a modal, or pushes one on top; where Slack will not, offers to go on. */
export async function show(
  how: 'open' | 'push',
  view: ModalView,
  { triggerId, place, again, list }: Spot,
  { language }: Person,
  { clients, replier, log }: Surroundings,
): Promise<OpenView | undefined> {
  try {
    const shown = await clients.read.views[how]({ trigger_id: triggerId, view: openedFrom(list, view) })
    return { id: shown.view?.id ?? '', hash: shown.view?.hash ?? '' }
  } catch (error) {
    if (classify(error).kind === 'bug') throw error
    log.info({ about: `views.${how}`, error }, 'a window could not be opened')
    await replier.reply(place, offerToContinue(again, language))
    return undefined
  }
}
