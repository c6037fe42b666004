import type { LocalDate } from '../calendar/local-date.ts'
import type { Place, Scene, Stage } from '../platform/story.ts'
import type { Answers } from './question.ts'
import * as said from './story/answers.ts'

/** The six reviews of the demo: who answers, skips, comes late or thinks again. The last one is still open at the end. */
export const story: Scene[] = [
  {
    date: '2027-03-01',
    time: '10:05',
    async play(stage) {
      const { sanne, tom, ...others } = said.first
      await answer(stage, { sanne, tom }, { closely: true })
      await answer(stage, others)
      await skip(stage, 'callum')
    },
  },
  review('2027-03-08', said.second),
  {
    date: '2027-03-10',
    time: '14:00',
    play: (stage) => plans(stage, 'sanne', 'Contentplanning', '2027-03-17'),
  },
  review('2027-03-15', said.third),
  {
    date: '2027-03-16',
    time: '11:10',
    play: (stage) => plans(stage, 'daan', 'Key-accountoverleg', '2027-03-24'),
  },
  review('2027-03-17', said.firstContent),
  {
    date: '2027-03-22',
    time: '10:05',
    async play(stage) {
      await answer(stage, said.fourth)
      await skip(stage, 'iris')
    },
  },
  {
    date: '2027-03-22',
    time: '14:30',
    async play(stage) {
      stage.does('daan', 'has news and changes his answer')
      await fillIn(stage, 'daan', said.daanLater, atThePost(stage))
    },
  },
  {
    date: '2027-03-22',
    time: '17:01',
    play: (stage) => decides(stage, 'sanne', 'The April campaign is called "The Monday puzzle". No more votes.'),
  },
  {
    date: '2027-03-23',
    time: '09:40',
    async play(stage) {
      stage.does('ruben', 'adds his answer a day late')
      await fillIn(stage, 'ruben', said.rubenLate, atThePost(stage))
    },
  },
  review('2027-03-24', said.customers, '11:00'),
  {
    // A public holiday in the country of the partnership, though not in Scotland.
    date: '2027-03-29',
    time: '10:05',
    async play({ person, channels, does, shows }) {
      does('callum', 'works on Easter Monday, misses the review and types /rondo checkin')
      await person('callum').command('/rondo checkin', channels.shared)
      await shows('callum', 'ephemeral', 'sees')
    },
  },
  review('2027-03-30', said.fifth),
  {
    date: '2027-03-30',
    time: '14:30',
    async play({ person, channels, does, shows }) {
      does(
        'sanne',
        'moves the content planning of Wednesday: it is the last day of the quarter, and sales counts in silence',
      )
      const sanne = person('sanne')
      await sanne.command('/rondo checkin', channels.shared)
      await sanne.pick('ephemeral', 'checkins:manage', 'Volgende datum verplaatsen', 'Contentplanning')
      await sanne.modal('checkins:move')
      await sanne.submit({ date: '2027-04-01' })
      await shows('sanne', 'modal', 'sees')
      await sanne.close()
    },
  },
  {
    date: '2027-03-30',
    time: '17:01',
    play: (stage) =>
      decides(stage, 'daan', 'Until there is a range, nobody says a price in a first call. Not even a nice one.'),
  },
  {
    date: '2027-04-01',
    time: '10:05',
    async play(stage) {
      const { grace, ...others } = said.secondContent
      await answer(stage, others)
      stage.does('grace', 'gets no message on a Thursday, and answers from the post')
      await fillIn(stage, 'grace', grace, atThePost(stage))
    },
  },
  review('2027-04-05', said.sixth, '09:15'),
  {
    date: '2027-04-05',
    time: '10:02',
    async play(stage) {
      stage.does('grace', 'answers from the post in the channel')
      await fillIn(stage, 'grace', said.graceFromPost, atThePost(stage))
    },
  },
]

function review(date: LocalDate, answers: Record<string, Answers>, time = '10:05'): Scene {
  return { date, time, play: (stage) => answer(stage, answers) }
}

/** A check-in beside the review, every other Wednesday. @param template in Dutch */
async function plans({ person, channels, does, shows }: Stage, who: string, template: string, from: LocalDate) {
  does(who, `presses Nieuwe check-in and chooses ${template}, every other Wednesday`)
  const lead = person(who)
  await lead.command('/rondo checkin', channels.shared)
  await lead.click('ephemeral', 'checkins:new')
  await lead.click('modal', 'checkins:template', template)
  await lead.modal('checkins:plan')
  await lead.choose('checkins:plan-kind', 'weekly')
  await lead.choose('checkins:plan-everyWeeks', '2')
  await lead.choose('checkins:plan-weekdays', ['3'])
  await lead.choose('checkins:plan-from', from)
  await lead.submit({ answerHours: '8' })
  await shows(who, 'modal', 'sees')
  await lead.close()
}

/** One after the other. @param closely with a look at what each of them sees */
async function answer(
  stage: Stage,
  answers: Record<string, Answers>,
  { closely = false }: { closely?: boolean } = {},
): Promise<void> {
  if (!closely) stage.does(Object.keys(answers), 'answer')
  for (const [who, theirs] of Object.entries(answers)) {
    stage.minutes(7)
    if (closely) stage.does(who, 'presses Answer in the gathered message')
    await fillIn(stage, who, theirs, 'direct message', closely)
  }
}

async function fillIn(stage: Stage, who: string, answers: Answers, from: Place, closely = false): Promise<void> {
  const person = stage.person(who)
  await person.click(from, 'checkins:answer')
  await person.modal('checkins:answer')
  if (closely) await stage.shows(who, 'modal', 'fills in')
  await person.submit(answers)
}

async function skip(stage: Stage, who: string): Promise<void> {
  stage.does(who, 'presses Skip this time')
  await stage.person(who).click('direct message', 'checkins:skip')
}

/** In the thread of the latest check-in. */
async function decides(stage: Stage, who: string, text: string): Promise<void> {
  stage.does(who, `adds a decision: "${text}"`)
  const person = stage.person(who)
  await person.click({ postIn: stage.channels.shared }, 'checkins:decide')
  await person.modal('checkins:decide')
  await person.submit({ text })
}

const atThePost = ({ channels }: Stage): Place => ({ postIn: channels.shared })
