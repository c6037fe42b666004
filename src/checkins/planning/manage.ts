import type { Click } from '../../platform/interaction.ts'
import { openMove, pause, resume, skipDate } from './life.ts'
import { edit } from './making.ts'
import { toDoing } from './refs.ts'

/** What was chosen in the menu of a check-in. */
export async function manage(click: Click): Promise<void> {
  const doing = toDoing(click.value)
  if (!doing) return
  switch (doing.verb) {
    case 'skip':
      return skipDate(click, doing)
    case 'move':
      return openMove(click, doing)
    case 'edit':
      return edit(click, doing.checkInId)
    case 'pause':
      return pause(click, doing.checkInId)
    case 'resume':
      return resume(click, doing.checkInId)
  }
}
