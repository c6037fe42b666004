import type { Block, KnownBlock, ModalView } from '@slack/types'
import type { LocalDate } from '../calendar/local-date.ts'
import { sideName } from '../partnerships/index.ts'
import { type Language, numberInWords, shortDate } from '../platform/i18n.ts'
import type { Item, ItemButton, Rendered } from '../platform/rendered.ts'
import {
  buttons,
  context,
  escaped,
  field,
  header,
  itemBlocks,
  modal,
  option,
  plain,
  section,
} from '../platform/slack/blocks.ts'
import { lineChart, mostPoints, textTable } from '../platform/slack/charts.ts'
import { type Asked, course, editionOf, type Goal, type Side, shareDone, sides, standing } from './goal.ts'
import * as say from './messages.ts'

/** What a form is about: its partnership; of a goal that exists also that, and what it was filled in from. */
export interface Form {
  partnershipId: string
  goalId: string
  edition: string
}

/** Ids have no colon. */
const toMetadata = ({ partnershipId, goalId, edition }: Form): string => [partnershipId, goalId, edition].join(':')

export function fromMetadata(text: string): Form {
  const [partnershipId = '', goalId = '', ...edition] = text.split(':')
  return { partnershipId, goalId, edition: edition.join(':') }
}

/** How far it is: in a check-in, in Home and in the list. @param today in the partnership's zone */
export function goalItem(goal: Goal, language: Language, today: LocalDate): Item {
  const { value, date } = standing(goal)
  const asOf = goal.numbers.length > 0 ? [say.asOf(language, date)] : []
  const when = goal.due < today ? say.wasDue(language, goal.due) : say.due(language, goal.due)
  return {
    id: `goals:${goal.id}`,
    title: say.standing(language, escaped(goal.name), value, goal.target, escaped(goal.unit)),
    detail: [say.done(language, shareDone(goal, value), goal.start), ...asOf, when, ownersOf(goal, language)].join(
      ' · ',
    ),
    from: goal.createdAt,
    buttons: [button('number', say.update(language), goal), button('chart', say.overTime(language), goal)],
  }
}

/** The same in one's own list, for those who may change and close it. */
function changeableItem(goal: Goal, language: Language, today: LocalDate): Item {
  const item = goalItem(goal, language, today)
  const more = [button('edit', say.edit(language), goal), button('end', say.end(language), goal)]
  return { ...item, buttons: [...item.buttons, ...more] }
}

/** Asks an owner about it. @param from epoch milliseconds */
export function askItem(goal: Goal, why: Asked, language: Language, from: number): Item {
  return {
    id: `goals:${goal.id}`,
    title: say.asked[why](language, escaped(goal.name), goal.due),
    from,
    buttons: [button('end', say.end(language), goal), button('number', say.update(language), goal)],
  }
}

/** Tells somebody that it is theirs since its owner left. */
export function inheritedItem(goal: Goal, former: string, language: Language, from: number): Item {
  return {
    id: `goals:inherited:${goal.id}`,
    title: say.inherited(language, escaped(goal.name), escaped(former)),
    from,
    buttons: [button('keep', say.keep(language), goal), button('edit', say.giveAway(language), goal)],
  }
}

function ownersOf({ owners }: Goal, language: Language): string {
  return sides
    .map((side) => {
      const name = sideName(side, language)
      const owner = owners[side]
      return owner ? `${escaped(owner.name)} (${name})` : say.sideWithoutOwner(language, name)
    })
    .join(', ')
}

function button(verb: 'number' | 'chart' | 'edit' | 'end' | 'keep', text: string, { id }: Goal): ItemButton {
  return { action: `goals:${verb}`, text, value: id }
}

/** The goals of one partnership in `/rondo goals`. */
export interface Listed {
  partnership: { id: string; name: string }
  goals: readonly Goal[]
  /** Whether whoever looks may change and close it. */
  mayChange: (goal: Goal) => boolean
  today: LocalDate
}

/** More do not fit with five goals each. Those of a channel come first. */
const mostListed = 3

/** What `/rondo goals` shows. */
export function listMessage(all: readonly Listed[], language: Language): Rendered {
  const blocks: (KnownBlock | Block)[] = [header(say.title(language))]
  for (const { partnership, goals, mayChange, today } of all.slice(0, mostListed)) {
    if (goals.length === 0) blocks.push(section(say.none(language, escaped(partnership.name))))
    else if (all.length > 1) blocks.push(section(`*${escaped(partnership.name)}*`))
    const item = (goal: Goal) => (mayChange(goal) ? changeableItem : goalItem)(goal, language, today)
    blocks.push(...goals.flatMap((goal) => itemBlocks(item(goal))))
    const text = all.length > 1 ? say.addTo(language, partnership.name) : say.add(language)
    blocks.push(buttons([{ action: 'goals:add', text, value: partnership.id }]))
  }
  if (all.length > mostListed) blocks.push(context(say.others(language, all.length - mostListed)))
  return { text: say.title(language), blocks }
}

/** How it went so far: the line, and the same numbers in a table. */
export function chartMessage(goal: Goal, language: Language, today: LocalDate): Rendered {
  const all = course(goal)
  const points = all.slice(-mostPoints)
  const item = goalItem(goal, language, today)
  const labels = points.map(({ date }) => shortDate(date, language))
  const lines = [
    { name: goal.unit || say.stood(language), values: points.map(({ value }) => value) },
    { name: say.target(language), values: points.map(() => goal.target) },
  ]
  const drawn: (KnownBlock | Block)[] =
    points.length > 1
      ? [
          lineChart(goal.name, labels, lines),
          textTable([
            [say.date(language), say.stood(language)],
            ...points.map(({ value }, index) => [labels[index] ?? '', numberInWords(value, language)]),
          ]),
        ]
      : [context(say.noneYet(language))]
  return {
    text: item.title,
    blocks: [
      section(`${item.title}\n${item.detail}`),
      ...drawn,
      ...(all.length > points.length ? [context(say.onlyLatest(language, points.length))] : []),
      buttons([button('number', say.update(language), goal)]),
    ],
  }
}

/** To set a goal, or to change one. @param ownerIds Slack's, by side */
export function goalView(
  language: Language,
  partnershipId: string,
  goal?: { goal: Goal; ownerIds: Partial<Record<Side, string>> },
): ModalView {
  const there = goal?.goal
  const number = (value: number | undefined) => ({
    type: 'number_input' as const,
    is_decimal_allowed: true,
    ...(value === undefined ? {} : { initial_value: String(value) }),
  })
  const owner = (side: Side) => {
    const id = goal?.ownerIds[side]
    return field({
      id: `${side}_owner`,
      label: say.owner(language, sideName(side, language)),
      hint: say.ownerHint(language),
      element: { type: 'users_select', ...(id ? { initial_user: id } : {}) },
      optional: true,
    })
  }
  return modal({
    id: 'goals:save',
    title: there ? say.editTitle(language) : say.addTitle(language),
    submit: say.save(language),
    close: say.close(language),
    metadata: toMetadata({ partnershipId, goalId: there?.id ?? '', edition: there ? editionOf(there) : '' }),
    blocks: [
      field({
        id: 'name',
        label: say.name(language),
        hint: say.nameHint(language),
        element: { type: 'plain_text_input', max_length: 100, ...(there ? { initial_value: there.name } : {}) },
      }),
      field({
        id: 'unit',
        label: say.unit(language),
        hint: say.unitHint(language),
        element: { type: 'plain_text_input', max_length: 20, ...(there?.unit ? { initial_value: there.unit } : {}) },
        optional: true,
      }),
      field({ id: 'start', label: say.start(language), element: number(there ? there.start : 0) }),
      field({ id: 'target', label: say.target(language), element: number(there?.target) }),
      field({
        id: 'due',
        label: say.when(language),
        element: { type: 'datepicker', ...(there ? { initial_date: there.due } : {}) },
      }),
      ...sides.map(owner),
    ],
  })
}

export function numberView(language: Language, goal: Goal): ModalView {
  const { value, date } = standing(goal)
  return modal({
    id: 'goals:number',
    title: say.numberTitle(language),
    submit: say.save(language),
    close: say.close(language),
    metadata: goal.id,
    blocks: [
      named(goal),
      context(say.lastTime(language, value, date)),
      field({
        id: 'value',
        label: goal.unit ? `${say.value(language)} (${goal.unit})` : say.value(language),
        element: { type: 'number_input', is_decimal_allowed: true, focus_on_load: true },
      }),
    ],
  })
}

export function endView(language: Language, goal: Goal, reached: boolean): ModalView {
  const options = [option('reached', say.reached(language)), option('stopped', say.stopped(language))] as const
  return modal({
    id: 'goals:end',
    title: say.endTitle(language),
    submit: say.save(language),
    close: say.close(language),
    metadata: goal.id,
    blocks: [
      named(goal),
      field({
        id: 'how',
        label: say.how(language),
        element: { type: 'radio_buttons', options: [...options], initial_option: options[reached ? 0 : 1] },
      }),
      field({
        id: 'reason',
        label: say.what(language),
        hint: say.whatHint(language),
        element: { type: 'plain_text_input', max_length: 300, multiline: true },
        optional: true,
      }),
    ],
  })
}

/** What somebody typed, as it is: nothing in it is read as mark-up. */
const named = ({ name }: Goal): KnownBlock => ({ type: 'section', text: plain(name) })
