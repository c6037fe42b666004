import { z } from 'zod'
import type { Listener } from '../../platform/feature.ts'
import { findKnownPeople } from '../../workspaces/index.ts'
import { removeEverywhere } from './store.ts'

const userChange = z.object({ user: z.object({ id: z.string(), deleted: z.boolean().optional() }) })

/** Somebody who was deactivated in Slack is taken off every side. */
export const personLeft: Listener = {
  on: 'event',
  type: 'user_change',
  async run({ db, workspaceId, event, now }) {
    const { user } = userChange.parse(event)
    if (!user.deleted) return
    const [known] = await findKnownPeople(db, workspaceId, [user.id])
    if (known) await removeEverywhere(db, known.person.id, now)
  },
}
