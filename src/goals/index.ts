import { usersOf } from '../partnerships/index.ts'
import type { Feature } from '../platform/feature.ts'
import { openAdd, openEdit, submitGoal } from './filling-in.ts'
import { exported, figures, goalNudges, home, openItems } from './lines.ts'
import { commandHelp } from './messages.ts'
import type { GoalNeeds } from './needs.ts'
import { part } from './part.ts'
import { changers, members, membersThere, savers } from './rights.ts'
import {
  goalChart,
  goalList,
  keepGoal,
  list,
  openEnd,
  openNumber,
  personLeft,
  showChart,
  submitEnd,
  submitNumber,
} from './slack.ts'
import { story } from './story.ts'

/** Shared goals: a target with a number and a date, an owner on each side, and how it goes. */
export function goals(needs: GoalNeeds): Feature {
  return {
    name: 'goals',
    words: [
      { words: { en: ['goals', 'goal'], nl: ['doelen', 'doel'] }, help: commandHelp, may: usersOf(part), run: list },
    ],
    listeners: [
      { on: 'action', id: 'goals:add', may: membersThere, run: openAdd },
      { on: 'action', id: 'goals:edit', may: changers, run: openEdit },
      { on: 'view', id: 'goals:save', may: savers, submit: (submission) => submitGoal(submission, needs) },
      { on: 'action', id: 'goals:number', may: members, run: openNumber },
      { on: 'view', id: 'goals:number', may: members, submit: (submission) => submitNumber(submission, needs) },
      { on: 'action', id: 'goals:chart', may: members, run: showChart },
      { on: 'action', id: 'goals:end', may: changers, run: openEnd },
      { on: 'view', id: 'goals:end', may: changers, submit: (submission) => submitEnd(submission, needs) },
      { on: 'action', id: 'goals:keep', may: members, run: keepGoal },
    ],
    lists: { 'goals:list': goalList, 'goals:chart': goalChart },
    nudges: goalNudges,
    stillOpen: openItems,
    figures,
    home,
    export: exported,
    personLeft: (trx, left, now) => personLeft(trx, left, needs, now),
    story,
  }
}
