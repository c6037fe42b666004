import { toInstant } from '../../calendar/wall-time.ts'
import type { TravelClock } from '../clock.ts'
import { isJson, type Json, objects, wordsOf } from '../json.ts'
import type { Slack } from '../server/start.ts'
import type { Ephemeral, Message } from '../server/workspace.ts'
import { type Traveller, travel } from '../travel.ts'
import { cast, channels, namesOn, teamLeads } from './cast.ts'
import type { Transcript } from './transcript.ts'
import { firstDay, type NewAction, type Week, weeks, zone } from './weeks.ts'

export interface Stage {
  slack: Slack
  clock: TravelClock
  rondo: Traveller
  transcript: Transcript
}

const at = (date: string, time: string): number => toInstant(date, time, zone)

const dayName = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(date))

/** When the story begins: epoch milliseconds. */
export const beginsAt = at(firstDay, '10:00')

/** Plays the story through commands, clicks and submissions, as people would. */
export async function play(stage: Stage): Promise<void> {
  await setUp(stage)
  for (const [index, week] of weeks.entries()) await playWeek(stage, week, index === 0)
}

/** Sets the partnership up, as the team lead of marketing. */
export async function setUp(stage: Stage): Promise<void> {
  const { slack, rondo, transcript } = stage
  const sanne = slack.person(teamLeads.marketing)
  transcript.chapter(`${dayName(firstDay)}, 10:00 in Amsterdam`)
  transcript.does('sanne', 'types /rondo')
  await sanne.command('/rondo', { in: channels.shared })
  await rondo.settle()
  transcript.shows('sanne', last(sanne.ephemerals()), 'sees, only for her')

  transcript.does('sanne', 'types /rondo setup and fills in the three steps')
  await sanne.command('/rondo setup', { in: channels.shared })
  await sanne.nextModal('partnerships:setup-channels')
  await sanne.submit({
    name: 'Benelux and UK',
    marketing_channel: channels.marketing,
    sales_channel: channels.sales,
    shared_channel: channels.shared,
  })
  await slack.until(() => sanne.modal?.submit)
  await sanne.submit({
    marketing_people: namesOn('marketing'),
    sales_people: namesOn('sales'),
    marketing_team_lead: teamLeads.marketing,
    sales_team_lead: teamLeads.sales,
  })
  transcript.shows('sanne', there(sanne.modal), 'sees step 3')
  await sanne.submit({ language: 'en', holiday_country: 'NL' })
  await rondo.settle()
  transcript.shows('sanne', there(sanne.modal), 'is done')
  await sanne.close({ all: true })
  await aMinute(stage)
  transcript.news()
}

async function playWeek(stage: Stage, week: Week, first: boolean): Promise<void> {
  const { slack, clock, rondo, transcript } = stage
  if (!first) await playFriday(stage, week)

  await travel(clock, rondo, at(week.monday, '10:05'))
  transcript.chapter(`${dayName(week.monday)}, 10:05 in Amsterdam`)
  transcript.news()

  const closely = first ? ['sanne', 'tom'] : []
  for (const [name, answers] of Object.entries(week.answers)) {
    clock.advance(7 * 60_000)
    await answer(stage, name, answers, closely.includes(name))
  }
  transcript.does(
    Object.keys(week.answers).filter((name) => !closely.includes(name)),
    'answer',
  )
  for (const name of week.skipped ?? []) {
    transcript.does(name, 'presses Skip this time')
    await slack.person(name).click(last(slack.person(name).directMessages()), 'checkins:skip')
    await rondo.settle()
  }

  await travel(clock, rondo, at(week.monday, '17:01'))
  transcript.chapter(`${dayName(week.monday)}, 17:01 in Amsterdam`)
  transcript.news()
  for (const action of week.actions ?? []) await addAction(stage, action)
  await aMinute(stage)
  transcript.news()
}

/** What people do in the week before the next review. */
async function playFriday(stage: Stage, week: Week): Promise<void> {
  const { slack, clock, rondo, transcript } = stage
  const friday = Temporal.PlainDate.from(week.monday).subtract({ days: 3 }).toString()
  await travel(clock, rondo, at(friday, '15:00'))
  transcript.chapter(`${dayName(friday)}, 15:00 in Amsterdam`)
  transcript.news()
  for (const { who, command } of week.before ?? []) {
    transcript.does(who, `types ${command}`)
    await slack.person(who).command(command, { in: channels.shared })
    await rondo.settle()
    transcript.shows(who, last(slack.person(who).ephemerals()), 'sees')
  }
  for (const { who, action } of week.done ?? []) {
    transcript.does(who, `presses Done at "${action}"`)
    await press(who, action, 'actions:done')
  }
  for (const { who, action, to } of week.moved ?? []) {
    transcript.does(who, `moves "${action}" to ${to}`)
    await press(who, action, 'actions:move')
    await slack.person(who).submit({ due: to })
  }
  for (const { who, action, reason } of week.cancelled ?? []) {
    transcript.does(who, `cancels "${action}": ${reason}`)
    await press(who, action, 'actions:cancel')
    await slack.person(who).submit({ reason })
  }
  await aMinute(stage)
  transcript.news()

  /** In one's own list of actions. */
  async function press(who: string, action: string, button: string): Promise<void> {
    const person = slack.person(who)
    await person.command('/rondo actions', { in: channels.shared })
    await rondo.settle()
    const list = last(person.ephemerals())
    await person.click(list, button, { value: valueBeside(list, action) })
    await rondo.settle()
  }
}

/** Long enough for what was just done to be shown. */
const aMinute = ({ clock, rondo }: Stage): Promise<void> => travel(clock, rondo, clock.now() + 60_000)

async function answer(
  { slack, rondo, transcript }: Stage,
  name: string,
  answers: Week['answers'][string],
  closely: boolean,
) {
  const person = slack.person(name)
  if (closely) transcript.does(name, 'presses Answer in the gathered message')
  await person.click(last(person.directMessages()), 'checkins:answer')
  const view = await person.nextModal('checkins:answer')
  if (closely) transcript.shows(name, view, 'fills in')
  const { errors, trouble } = await person.submit(answers)
  if (errors || trouble) throw new Error(`${name} could not answer: ${JSON.stringify(errors ?? trouble)}`)
  await rondo.settle()
}

async function addAction(stage: Stage, { by, text, owner, due }: NewAction): Promise<void> {
  const { slack, transcript } = stage
  const person = slack.person(by)
  transcript.does(by, `adds an action: "${text}", ${nameOf(owner)}, ${due}`)
  const root = slack
    .messages(channels.shared)
    .findLast(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts)
  if (!root) throw new Error('There is no check-in to add an action to.')
  await person.click(root, 'actions:add')
  await person.nextModal('actions:add')
  await person.submit({ text, owner, due })
  await aMinute(stage)
}

const nameOf = (name: string): string => cast.find((one) => one.name === name)?.realName ?? name

/** The value of the buttons under the line that holds a text. */
function valueBeside({ blocks = [] }: Message | Ephemeral, text: string): string {
  const line = blocks.findIndex((block) => wordsOf(block.text).includes(text))
  const [button] = objects(isJson(blocks[line + 1]) ? (blocks[line + 1] as Json).elements : undefined)
  if (typeof button?.value === 'string') return button.value
  throw new Error(`Nobody sees buttons for "${text}" here.`)
}

const last = <T>(seen: readonly T[]): T => there(seen.at(-1))

function there<T>(seen: T | undefined): T {
  if (seen === undefined) throw new Error('There is nothing to see here.')
  return seen
}
