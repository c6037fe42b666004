/** From `/rondo setup` or its button to the first window. */
import type { Db } from '../../../db/schema.ts'
import { newId } from '../../platform/ids.ts'
import type { Click, Command, Right } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import { teamLeadsOnly } from '../messages.ts'
import type { Partnership } from '../partnership.ts'
import { insider, itself, leadersOf, mayChange, teamLeadOf } from '../rights.ts'
import { findPartnership, partnershipsInWorkspace } from '../store.ts'
import * as text from './messages.ts'
import { findDraft, findNewDraft } from './store.ts'
import { channelsView, choice } from './views.ts'

/** Anybody here may set up a new cooperation; one that stands is changed by its team leads, their deputies and admins. */
export const maySetUp: Right = {
  name: 'set up',
  async refuse(db, request, now) {
    const stands = await findPartnership(db, request.person.workspaceId, request.value)
    return (stands ? teamLeadOf(itself) : insider).refuse(db, request, now)
  },
}

const newWords = new Set(['new', 'nieuw', 'nieuwe'])

export async function setUp(command: Command): Promise<void> {
  const { db, person } = command
  if (newWords.has(command.text.toLowerCase())) return openNew(command)
  const all = await partnershipsInWorkspace(db, person.workspaceId)
  if (all.length === 0) return openNew(command)
  const changeable = (await filterChangeable(db, person, all)).toSorted((a, b) => a.name.localeCompare(b.name))
  const here = changeable.filter(({ channels }) => Object.values(channels).includes(command.channelId))
  const [only, ...others] = here.length === 1 ? here : changeable
  if (only && others.length === 0) return openExisting(command, only.id)
  if (only) return command.reply(choice(text.which(person.language), changeable, person.language))
  const refusals = await Promise.all(all.slice(0, 5).map((one) => refusalFor(db, person, one)))
  const words = [...refusals, text.orNew(person.language)].join('\n')
  await command.reply(choice(words, [], person.language))
}

/** @param click its value is the partnership's id; 'new', or nothing, where there is none yet */
export async function setUpChosen(click: Click): Promise<void> {
  const stands = await findPartnership(click.db, click.person.workspaceId, click.value)
  if (stands) return openExisting(click, stands.id)
  if (click.value === 'new') return openNew(click)
  await setUp({ ...click, channelId: click.channelId ?? '', text: '' })
}

async function openNew(asked: Click | Command): Promise<void> {
  const draft = (await findNewDraft(asked.db, asked.person)) ?? { id: newId(asked.now) }
  await asked.open(channelsView(draft, true, asked.person.language))
}

async function openExisting(asked: Click | Command, id: string): Promise<void> {
  const draft = (await findDraft(asked.db, asked.person, id)) ?? { id }
  await asked.open(channelsView(draft, false, asked.person.language))
}

async function filterChangeable(db: Db, person: Person, all: readonly Partnership[]): Promise<Partnership[]> {
  const may = await Promise.all(all.map(({ id }) => mayChange(db, person, id)))
  return all.filter((_, index) => may[index])
}

async function refusalFor(db: Db, { language }: Person, { id, name }: Partnership): Promise<string> {
  return teamLeadsOnly(language, escaped(name), await leadersOf(db, id))
}
