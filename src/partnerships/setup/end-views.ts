import type { KnownBlock, ModalView } from '@slack/types'
import type { Language } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import { buttons, context, escaped, mention, modal, section } from '../../platform/slack/blocks.ts'
import { type DayOff, type Partnership, type Side, sides } from '../partnership.ts'
import type { Member, RoleHolder } from '../people/member.ts'
import { beginButton, pilotButtons, pilotWords } from '../pilot/views.ts'
import { pulseFor } from '../small-team.ts'
import * as text from './end-messages.ts'
import * as frame from './messages.ts'
import { smallTeams } from './people-messages.ts'
import { peopleNotes } from './people-views.ts'
import { ids } from './views.ts'

export interface SavedSetUp {
  partnership: Partnership
  isNew: boolean
  members: readonly Member[]
  roles: readonly RoleHolder[]
  /** What happens next, mrkdwn. */
  next: readonly string[]
  daysOff: DayOff[]
  external: readonly string[]
  /** Who sees everything in pilot mode; undefined where the two teams do. */
  pilot: Pick<Person, 'id' | 'name'> | undefined
}

/** Says what was saved and what happens next; closing it closes the whole set-up. */
export function savedView(saved: SavedSetUp, reader: Person): ModalView {
  const { language } = reader
  const { partnership, isNew, members, roles, next, daysOff, external, pilot } = saved
  const name = escaped(partnership.name)
  const count = (side: Side) => members.filter((one) => one.side === side).length
  const counts = { marketing: count('marketing'), sales: count('sales') }
  const lead = (side: Side) => roles.find((one) => one.side === side && one.role === 'team_lead')?.person.slackId
  const teams = sides.map((side) => {
    const id = lead(side)
    return text.team(language, side, counts[side], id && mention(id))
  })
  const small = smallTeams(pulseFor(counts), counts, language)
  const notes = [...(small ? [small] : []), ...peopleNotes({ external }, language), text.changeLater(language)]
  return {
    ...saying(frame.titles.done(language), frame.close(language), [
      section(isNew ? text.created(language, name) : text.changed(language, name)),
      section(teams.join('\n')),
      ...next.map(section),
      ...(daysOff.length > 0
        ? [
            context(
              text.nextDaysOff(
                language,
                daysOff.map((one) => ({ ...one, name: escaped(one.name) })),
              ),
            ),
          ]
        : []),
      ...notes.map(context),
      ...pilotBlocks(partnership.id, isNew, pilot, reader),
    ]),
    private_metadata: partnership.id,
    clear_on_close: true,
  }
}

/** Who would see it all before the two teams do, offered where nothing was said to them yet. */
function pilotBlocks(id: string, isNew: boolean, pilot: SavedSetUp['pilot'], reader: Person): KnownBlock[] {
  if (!pilot && !isNew) return []
  const { language } = reader
  if (!pilot) return [buttons([beginButton(id, language)])]
  return [section(pilotWords(pilot, reader, language)), buttons(pilotButtons(id, pilot, reader, language))]
}

/** Why it could not be finished; going back leads to the people. @param words plain */
export function stoppedView(words: string, language: Language): ModalView {
  return saying(frame.titles.stopped(language), frame.back(language), [section(escaped(words))])
}

export function stepsMissingView(language: Language): ModalView {
  const blocks = [section(text.stepsMissing(language))]
  return { ...saying(frame.titles.stopped(language), frame.close(language), blocks), clear_on_close: true }
}

function saying(title: string, close: string, blocks: KnownBlock[]): ModalView {
  return modal({ id: ids.said, title, close, blocks })
}
