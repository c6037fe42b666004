import type { LocalDate } from '../calendar/local-date.ts'
import type { Scene, Stage } from '../platform/story.ts'

/** What the two teams of the demo promise each other, and what becomes of it. */
export const story: Scene[] = [
  {
    date: '2027-03-01',
    time: '17:01',
    async play(stage) {
      await adds(stage, 'daan', 'One-page drawing of the data flow', 'maud', '2027-03-05')
      await adds(stage, 'sanne', 'Ask Brabant Pallets for one sentence about peak season', 'fleur', '2027-03-08')
      await adds(stage, 'tom', 'Say on the site that we plan for temps too', 'priya', '2027-03-08')
    },
  },
  {
    date: '2027-03-05',
    time: '15:00',
    async play(stage) {
      await finishes(stage, 'maud', 'One-page drawing of the data flow')
      await moves(stage, 'priya', 'Say on the site that we plan for temps too', '2027-03-15')
    },
  },
  {
    date: '2027-03-08',
    time: '17:01',
    async play(stage) {
      await adds(stage, 'grace', 'One paragraph on the free pilot of Stackwise', 'sanne', '2027-03-12')
      await adds(stage, 'joris', 'Be at the door of the breakfast at eight', 'ruben', '2027-03-11')
    },
  },
  {
    date: '2027-03-10',
    time: '09:30',
    play: (stage) => gives(stage, 'ruben', 'Be at the door of the breakfast at eight', 'noor'),
  },
  {
    date: '2027-03-12',
    time: '15:00',
    async play(stage) {
      await finishes(stage, 'sanne', 'One paragraph on the free pilot of Stackwise')
      await finishes(stage, 'priya', 'Say on the site that we plan for temps too')
      await finishes(stage, 'noor', 'Be at the door of the breakfast at eight')
    },
  },
  {
    date: '2027-03-12',
    time: '17:40',
    async play(stage) {
      const sentence = 'Ask Brabant Pallets for one sentence about peak season'
      await cancels(stage, 'fleur', sentence, 'Moerdijk gave us a better one.')
    },
  },
  {
    date: '2027-03-15',
    time: '17:01',
    async play(stage) {
      await adds(stage, 'sanne', 'Call the five who asked for a visit', 'daan', '2027-03-19')
      await adds(stage, 'noor', 'Short mail for after a demo', 'maud', '2027-03-22')
      await adds(stage, 'grace', 'One paragraph on the price of Stackwise', 'sanne', '2027-03-22')
    },
  },
  {
    date: '2027-03-19',
    time: '15:00',
    async play(stage) {
      await finishesFrom(stage, 'daan', 'direct message', 'Call the five who asked for a visit')
      await finishes(stage, 'maud', 'Short mail for after a demo')
      await moves(stage, 'sanne', 'One paragraph on the price of Stackwise', '2027-03-25')
    },
  },
  {
    date: '2027-03-22',
    time: '17:01',
    async play(stage) {
      await adds(stage, 'sanne', 'Read the landing page the way a grumpy planner would', 'iris', '2027-03-25')
      await adds(stage, 'joris', 'Find a customer near Leeds with a canteen for forty', 'callum', '2027-03-26')
      await adds(stage, 'fleur', 'Page about the day half a shift calls in sick', 'priya', '2027-04-01')
    },
  },
  {
    date: '2027-03-25',
    time: '15:00',
    async play(stage) {
      await stage.person('iris').openHome()
      await stage.shows('iris', 'home', 'sees in Home')
      await finishesFrom(stage, 'iris', 'direct message', 'Read the landing page the way a grumpy planner would')
      await finishes(stage, 'sanne', 'One paragraph on the price of Stackwise')
      await moves(stage, 'callum', 'Find a customer near Leeds with a canteen for forty', '2027-04-02')
    },
  },
  {
    date: '2027-03-30',
    time: '17:01',
    async play(stage) {
      await adds(stage, 'daan', 'Cake for Fleur', 'maud', '2027-04-02')
      await adds(stage, 'tom', 'One page on the April campaign to talk from in a call', 'sanne', '2027-04-07')
      await adds(stage, 'iris', 'Agree on a price range that we may say out loud', undefined, '2027-04-12')
      await adds(stage, 'sanne', 'Ask Brabant Pallets for ten minutes in front of a camera', 'fleur', '2027-04-05')
      await adds(stage, 'fleur', 'Ask whether the canteen in Leeds has a screen', 'joris', '2027-04-05')
      await adds(stage, 'priya', 'Three lines for the site about paying and guessing', 'grace', '2027-04-05')
    },
  },
  {
    date: '2027-04-02',
    time: '15:00',
    async play(stage) {
      await finishes(stage, 'maud', 'Cake for Fleur')
      const canteen = 'Find a customer near Leeds with a canteen for forty'
      await moves(stage, 'callum', canteen, '2027-04-09', 'The canteen said yes, its manager is back on Thursday.')
    },
  },
]

/** In the thread of the latest check-in. @param owner nobody yet, where left undefined */
async function adds(stage: Stage, who: string, text: string, owner: string | undefined, due: LocalDate): Promise<void> {
  const forWhom = owner ? stage.person(owner).fullName : 'without owner'
  stage.does(who, `adds an action: "${text}", ${forWhom}, ${due}`)
  // Each at a time of its own: that is the order in which they are shown.
  stage.minutes(1)
  const person = stage.person(who)
  await person.click({ postIn: stage.channels.shared }, 'actions:add')
  await person.modal('actions:add')
  await person.submit({ text, due, ...(owner && { owner }) })
}

async function finishes(stage: Stage, who: string, text: string): Promise<void> {
  await looksAtList(stage, who)
  await finishesFrom(stage, who, 'ephemeral', text)
}

async function finishesFrom(
  stage: Stage,
  who: string,
  place: 'direct message' | 'ephemeral',
  text: string,
): Promise<void> {
  stage.does(who, `presses Done at "${text}"`)
  await stage.person(who).click(place, 'actions:done', text)
}

/** @param reason from the second time on */
async function moves(stage: Stage, who: string, text: string, due: LocalDate, reason?: string): Promise<void> {
  stage.does(who, `moves "${text}" to ${due}${reason ? `: ${reason}` : ''}`)
  const person = await looksAtList(stage, who)
  await person.click('ephemeral', 'actions:move', text)
  await person.modal('actions:move')
  await person.submit({ due, ...(reason && { reason }) })
}

async function gives(stage: Stage, who: string, text: string, to: string): Promise<void> {
  stage.does(who, `gives "${text}" to ${stage.person(to).fullName}`)
  const person = await looksAtList(stage, who)
  await person.click('ephemeral', 'actions:give', text)
  await person.modal('actions:give')
  await person.submit({ owner: to })
}

async function cancels(stage: Stage, who: string, text: string, reason: string): Promise<void> {
  stage.does(who, `cancels "${text}": ${reason}`)
  const person = await looksAtList(stage, who)
  await person.click('ephemeral', 'actions:cancel', text)
  await person.modal('actions:cancel')
  await person.submit({ reason })
}

async function looksAtList({ person, channels }: Stage, who: string) {
  const actor = person(who)
  await actor.command('/rondo actions', channels.shared)
  return actor
}
