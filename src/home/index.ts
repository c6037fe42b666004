import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Db } from '../../db/schema.ts'
import type { Feature } from '../platform/feature.ts'
import type { Looking, Right, SlackEvent, Word } from '../platform/interaction.ts'
import type { Log } from '../platform/log.ts'
import type { Person } from '../platform/person.ts'
import type { Item, Rendered } from '../platform/rendered.ts'
import { type Desk, deskOf } from './desk.ts'
import { publishing } from './jobs.ts'
import { helpHelp, rondoHelp, settingsHelp } from './messages.ts'
import { settingsActions, settingsMessage } from './settings-views.ts'
import { saveOpened } from './store.ts'
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
  /** People by their ids. */
  find(db: Db, personIds: readonly string[]): Promise<Person[]>
  /** Who may look. */
  may: Right
  log: Log
}

/** `/rondo`, `/rondo settings`, `/rondo help` and App Home: nothing but what the features offer. */
export function home(needs: HomeNeeds): Feature {
  const { may, find, log } = needs
  const publish = publisher(needs)
  const lists = listsOf(needs)
  return {
    name: 'home',
    words: [
      {
        words: { en: [''], nl: [''] },
        help: rondoHelp,
        may,
        run: async (command) => command.reply(await lists['home:desk'](command)),
      },
      {
        words: { en: ['settings'], nl: ['instellingen', 'settings'] },
        help: settingsHelp,
        may,
        run: async (command) => command.reply(await lists['home:settings'](command, '')),
      },
      {
        words: { en: ['help'], nl: ['hulp', 'help'] },
        help: helpHelp,
        may,
        run: ({ person, reply }) => reply(helpMessage(needs.words(), person.language)),
      },
    ],
    lists,
    listeners: [
      {
        on: 'action',
        id: settingsActions.all,
        may,
        run: async (click) => click.reply(await lists['home:settings'](click, '')),
      },
      {
        on: 'action',
        id: settingsActions.choose,
        may,
        run: async (click) => click.replace(await lists['home:settings'](click, click.value)),
      },
      { on: 'event', type: 'app_home_opened', run: (event) => opened(needs, event, publish) },
      {
        on: 'action',
        id: 'home:refresh',
        may,
        // What somebody does themselves shows in their Home by itself; where it could not before, now it does.
        run: ({ db, slack, person, now }) => publish(db, slack, person, now),
      },
    ],
    jobs: [publishing({ find, publish, log })],
  }
}

function listsOf(needs: HomeNeeds) {
  return {
    async 'home:desk'({ db, person, now }: Looking): Promise<Rendered> {
      const message = deskMessage(await deskFor(needs, db, person, now), person.language)
      return { ...message, list: { name: 'home:desk', about: '' } }
    },
    /** @param chosen id of a section of settings */
    async 'home:settings'({ db, person, now }: Looking, chosen: string): Promise<Rendered> {
      const message = settingsMessage(await needs.settings(db, person, now), chosen, person.language)
      return { ...message, list: { name: 'home:settings', about: chosen } }
    },
  }
}

type Publish = (db: Db, slack: WebClient, person: Person, now: number) => Promise<void>

/** Draws somebody's Home as it stands now. */
function publisher(needs: HomeNeeds): Publish {
  return async (db, slack, person, now) => {
    const refusal = await needs.may.refuse(db, { person, value: '' }, now)
    const view =
      refusal === undefined ? homeView(await deskFor(needs, db, person, now), person.language) : refusedView(refusal)
    await slack.views.publish({ user_id: person.slackId, view })
  }
}

const homeOpened = z.object({ user: z.string(), tab: z.enum(['home', 'messages']) })

async function opened(needs: HomeNeeds, event: SlackEvent, publish: Publish): Promise<void> {
  const { user, tab } = homeOpened.parse(event.event)
  if (tab !== 'home') return
  const person = await needs.meet(event, user)
  if (!person) return
  const { db, slack, now } = event
  await saveOpened(db, person, now)
  await publish(db, slack, person, now)
}

async function deskFor(needs: HomeNeeds, db: Db, person: Person, now: number): Promise<Desk> {
  const nudges = await needs.nudges(db, person, now)
  const coming = await needs.coming(db, person, now)
  const sections = await needs.sections(db, person, now)
  const settings = await needs.settings(db, person, now)
  const newcomer = !(await needs.takesPart(db, person))
  return { ...deskOf(nudges, coming, now), sections, settings, newcomer }
}
