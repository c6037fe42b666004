import type { Db } from '../../db/schema.ts'
import { left } from '../platform/delivery/states.ts'
import type { Click } from '../platform/interaction.ts'
import { section } from '../platform/slack/blocks.ts'
import { gone, notHeld } from './messages.ts'
import type { Occurrence } from './occurrence.ts'
import { findOccurrence } from './occurrence-store.ts'
import { findRoot } from './opening/root.ts'

/** Whether it came to be held. One whose post a person left may stand all the same: whoever presses its button sees it. */
export async function isHeld(db: Db, occurrence: Occurrence): Promise<boolean> {
  const root = await findRoot(db, occurrence)
  return root?.state !== 'skipped' || root.reason === left
}

/** The check-in of a button; where its date was not held after all, or it is gone, the person is told. */
export async function findHeld(click: Click): Promise<Occurrence | undefined> {
  const { db, person } = click
  const occurrence = await findOccurrence(db, person.workspaceId, click.value)
  if (occurrence && (await isHeld(db, occurrence))) return occurrence
  const text = (occurrence ? notHeld : gone)(person.language)
  await click.reply({ text, blocks: [section(text)] })
  return undefined
}
