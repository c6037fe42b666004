/**
 * Lists that somebody asked for and that only they see follow what they do from them. Slack gives such a message no id, only an
 * address for each click, worth five answers within half an hour. So its buttons say which list they stand in, and a window
 * that is opened from it remembers that, with the address, behind its own metadata.
 */
import type { ModalView } from '@slack/types'
import type { Person } from '../person.ts'
import type { ListRef, Rendered } from '../rendered.ts'
import type { Surroundings } from './surroundings.ts'

/** A list that stands in Slack, and the address at which it can be drawn anew. */
export type Origin = ListRef & { address: string }

/** Slack's limits. */
const longestBlockId = 255
const longestMetadata = 3_000
/** In no metadata of ours. */
const seam = '\n'

/** The same, with the name of the list on whatever can be clicked. */
export function withListName({ list, ...message }: Rendered): Rendered {
  if (!list) return message
  const marked = message.blocks.map((block, index) => {
    const block_id = ['list', index, list.name, list.about].join(' ')
    const clickable = block.type === 'actions' || 'accessory' in block
    return clickable && block_id.length <= longestBlockId ? { ...block, block_id } : block
  })
  return { ...message, blocks: marked }
}

/** The list that something stands in. @param blockId of what was clicked */
export function listOf(blockId: string | undefined): ListRef | undefined {
  const [mark, , name, ...about] = (blockId ?? '').split(' ')
  return mark === 'list' && name ? { name, about: about.join(' ') } : undefined
}

/** The window, with where it was opened from. */
export function openedFrom(list: Origin | undefined, view: ModalView): ModalView {
  if (!list) return view
  const carried = [view.private_metadata ?? '', seam, list.address, ' ', list.name, ' ', list.about].join('')
  return carried.length > longestMetadata ? view : { ...view, private_metadata: carried }
}

/** What a window carries: what its listener gave it, and where it was opened from. */
export function readMetadata(carried: string): { metadata: string; list: Origin | undefined } {
  const [metadata = '', from] = carried.split(seam)
  const [address, name, ...about] = from?.split(' ') ?? []
  return { metadata, list: address && name ? { address, name, about: about.join(' ') } : undefined }
}

/**
 * Draws a list anew. Never rejects: what they did is done, and asking for the list shows it.
 * @param who sees it, as they are by now: they may just have chosen another language
 */
export async function follow(
  list: Origin | undefined,
  who: () => Promise<Person | undefined>,
  now: number,
  around: Surroundings,
): Promise<void> {
  const draw = list && around.registry.list(list.name)
  if (!draw) return
  try {
    const person = await who()
    if (person) await around.replier.redraw(list.address, await draw({ db: around.db, person, now }, list.about))
  } catch (error) {
    around.log.warn({ about: list.name, error }, 'a list could not follow')
  }
}
