import { z } from 'zod'
import type { Db } from '../../db/schema.ts'
import type { Feature, Item, Person, Right, SlackEvent, Word } from '../platform/feature.ts'
import { type Desk, deskOf } from './desk.ts'
import { helpHelp, rondoHelp } from './messages.ts'
import { deskMessage, helpMessage, homeView, refusedView } from './views.ts'

type Items = (db: Db, person: Person, now: number) => Promise<Item[]>

/** What the other features have, as `app.ts` sums it. */
export interface HomeNeeds {
  nudges: Items
  coming: Items
  /** Below them, in the order of the features. */
  sections: NonNullable<Feature['home']>
  /** What can be set, in the order of the features. */
  settings: NonNullable<Feature['settings']>
  /** All words, in the order of the help; asked when they are shown. */
  words(): readonly Word[]
  /** Whether somebody is in a partnership. */
  takesPart(db: Db, person: Person): Promise<boolean>
  /** The person behind a Slack id in an event; undefined for somebody who is shown nothing. */
  meet(event: SlackEvent, slackId: string): Promise<Person | undefined>
  /** Who may look. */
  may: Right
}

/** `/rondo`, `/rondo help` and App Home: nothing but what the features offer. */
export function home(needs: HomeNeeds): Feature {
  const { may } = needs
  return {
    name: 'home',
    words: [
      {
        words: { en: [''], nl: [''] },
        help: rondoHelp,
        may,
        async run({ db, person, now, reply }) {
          await reply(deskMessage(await deskFor(needs, db, person, now), person.language))
        },
      },
      {
        words: { en: ['help'], nl: ['hulp', 'help'] },
        help: helpHelp,
        may,
        run: ({ person, reply }) => reply(helpMessage(needs.words(), person.language)),
      },
    ],
    listeners: [
      { on: 'event', type: 'app_home_opened', run: (event) => opened(needs, event) },
      {
        on: 'action',
        id: 'home:refresh',
        may,
        async run({ db, slack, person, now }) {
          const view = homeView(await deskFor(needs, db, person, now), person.language)
          await slack.views.publish({ user_id: person.slackId, view })
        },
      },
    ],
  }
}

const homeOpened = z.object({ user: z.string(), tab: z.enum(['home', 'messages']) })

async function opened(needs: HomeNeeds, event: SlackEvent): Promise<void> {
  const { user, tab } = homeOpened.parse(event.event)
  if (tab !== 'home') return
  const person = await needs.meet(event, user)
  if (!person) return
  const { db, slack, now } = event
  const refusal = await needs.may.refuse(db, { person, value: '' }, now)
  const view = refusal ? refusedView(refusal) : homeView(await deskFor(needs, db, person, now), person.language)
  await slack.views.publish({ user_id: user, view })
}

async function deskFor(needs: HomeNeeds, db: Db, person: Person, now: number): Promise<Desk> {
  const nudges = await needs.nudges(db, person, now)
  const coming = await needs.coming(db, person, now)
  return deskOf(nudges, coming, !(await needs.takesPart(db, person)), now)
}
