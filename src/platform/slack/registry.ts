import type { Feature } from '../feature.ts'
import type { List, Listener } from '../interaction.ts'
import type { Happening } from './arrival.ts'
import type { ClickBody } from './payloads.ts'
import { continueAction, readResumption } from './resumption.ts'
import { type WordBook, wordBook } from './words.ts'

type On<Name extends Listener['on']> = Extract<Listener, { on: Name }>

export interface Registry {
  words: WordBook
  action(id: string): On<'action'> | undefined
  view(id: string): On<'view'> | undefined
  options(id: string): On<'options'> | undefined
  shortcut(id: string): On<'shortcut'> | undefined
  events(type: string): readonly On<'event'>[]
  list(name: string): List | undefined
  /** Whether anything of it may be written down; undefined where no feature wants it. */
  wants(happening: Happening): 'stored' | 'unstored' | undefined
}

/** Everything the features listen to. @throws where two claim one id or one word */
export function registryOf(features: readonly Feature[]): Registry {
  const listeners = features.flatMap((feature) => feature.listeners ?? [])
  const actions = byId(listeners.filter((listener) => listener.on === 'action'))
  const views = byId(listeners.filter((listener) => listener.on === 'view'))
  const options = byId(listeners.filter((listener) => listener.on === 'options'))
  const shortcuts = byId(listeners.filter((listener) => listener.on === 'shortcut'))
  const events = Map.groupBy(
    listeners.filter((listener) => listener.on === 'event'),
    ({ type }) => type,
  )

  const lists = new Map<string, List>()
  for (const [name, list] of features.flatMap((feature) => Object.entries(feature.lists ?? {}))) {
    if (lists.has(name)) throw new Error(`Two lists are called "${name}".`)
    lists.set(name, list)
  }

  function find({ kind, body }: Happening): Listener | undefined {
    switch (kind) {
      case 'command':
        return undefined
      case 'click':
        return actions.get(meantBy(body) ?? '')
      case 'submission':
        return views.get(body.view.callback_id)
      case 'suggestion':
        return options.get(body.action_id)
      case 'shortcut':
        return shortcuts.get(body.callback_id)
      case 'event':
        return events.get(body.event.type)?.[0]
    }
  }

  return {
    words: wordBook(features),
    action: (id) => actions.get(id),
    view: (id) => views.get(id),
    options: (id) => options.get(id),
    shortcut: (id) => shortcuts.get(id),
    events: (type) => events.get(type) ?? [],
    list: (name) => lists.get(name),
    wants(happening) {
      const listener = find(happening)
      if (listener && 'unstored' in listener && listener.unstored) return 'unstored'
      return listener || happening.kind === 'command' || isContinue(happening) ? 'stored' : undefined
    },
  }
}

const isContinue = ({ kind, body }: Happening): boolean =>
  kind === 'click' && body.actions[0].action_id === continueAction

/** The action that was clicked, or that *Continue* stands for: what is not written down the first time is not the second. */
function meantBy({ actions: [clicked] }: ClickBody): string | undefined {
  if (clicked.action_id !== continueAction) return clicked.action_id
  const resumption = readResumption(clicked.value ?? '')
  return resumption && 'action' in resumption ? resumption.action : undefined
}

function byId<L extends { on: string; id: string }>(listeners: L[]): Map<string, L> {
  const found = new Map<string, L>()
  for (const listener of listeners) {
    if (found.has(listener.id)) throw new Error(`Two listeners claim the ${listener.on} "${listener.id}".`)
    found.set(listener.id, listener)
  }
  return found
}
