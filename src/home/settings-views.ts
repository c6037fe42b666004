import type { KnownBlock } from '@slack/types'
import type { HomeSection } from '../platform/feature.ts'
import type { Language } from '../platform/i18n.ts'
import type { ItemButton, Rendered } from '../platform/rendered.ts'
import { context, cut, divider, option, plain } from '../platform/slack/blocks.ts'
import { laidOut, type Part } from './layout.ts'
import * as say from './messages.ts'

export const settingsActions = { all: 'home:settings', choose: 'home:choose-settings' } as const

/** Of a message's 50 blocks, one is for what does not fit. */
const room = 49
/** A line above the select, and the select. */
const choosing = 2
/** A person with a dozen planned absences, all parts that there are: nobody has more to set in one section. */
const mostLines = 12
/** So many sections stand in App Home. */
const few = 3

/** What can be set is shown whole, or not at all. */
export const asSettings = (one: HomeSection): Part => ({ ...one, least: mostLines, most: mostLines })

/** What of it App Home shows: one's own, and the first of the others. */
export const firstSettings = (settings: readonly HomeSection[]): Part[] => settings.slice(0, few).map(asSettings)

export function allSettingsButton(language: Language): ItemButton {
  return { action: settingsActions.all, text: say.allSettings(language), value: 'all' }
}

/**
 * `/rondo settings`: all of it where that fits; else what there is one of, and of the others the one that is chosen.
 * @param chosen id of a section; one that is not there is the first
 */
export function settingsMessage(settings: readonly HomeSection[], chosen: string, language: Language): Rendered {
  const text = say.settingsTitle(language)
  const all = laidOut(settings.map(asSettings), room, language)
  if (all.left === 0) return { text, blocks: all.blocks.slice(1) }
  const many = settings.filter(isOneOfMany)
  const one = many.find(({ id }) => id === chosen) ?? many[0]
  const own = laidOut(settings.filter((part) => !isOneOfMany(part)).map(asSettings), room, language)
  const free = room - own.blocks.length - choosing
  const shown = laidOut(one ? [asSettings(one)] : [], free, language)
  const left = own.left + shown.left
  const blocks = [
    ...own.blocks,
    ...(one ? choiceBlocks(many, one, language) : []),
    // The line above it stands above the choice.
    ...shown.blocks.slice(1),
    ...(left > 0 ? [context(say.moreSections(language, left))] : []),
  ]
  return { text, blocks: blocks.slice(1) }
}

type OneOfMany = HomeSection & { id: string }

const isOneOfMany = (part: HomeSection): part is OneOfMany => part.id !== undefined

/** Slack's limits. */
const mostOptions = 100

/** Of which one the settings are shown. */
function choiceBlocks(many: readonly OneOfMany[], one: OneOfMany, language: Language): KnownBlock[] {
  const options = many.map(({ id, title }) => option(id, title))
  const initial = options.find(({ value }) => value === one.id)
  const groups = Array.from({ length: Math.ceil(options.length / mostOptions) }, (_, index) => {
    const some = options.slice(index * mostOptions, (index + 1) * mostOptions)
    const from = index * mostOptions + 1
    return { label: plain(say.fromTo(language, from, from + some.length - 1)), options: some }
  })
  const select = {
    type: 'static_select' as const,
    action_id: settingsActions.choose,
    placeholder: plain(cut(say.chooseSettings(language), 150)),
    ...(groups.length > 1 ? { option_groups: groups } : { options }),
    ...(initial ? { initial_option: initial } : {}),
  }
  return [divider(), context(say.settingsOfMany(language, many.length)), { type: 'actions', elements: [select] }]
}
