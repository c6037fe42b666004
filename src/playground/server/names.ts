import type { Names, Reader } from '../plain/reading.ts'
import { getUser } from './lookup.ts'
import type { Workspace } from './workspace.ts'

/** How the workspace calls its people, channels and groups. */
export function namesIn(workspace: Workspace): Names & { readonly now: number } {
  return {
    user: (id) => workspace.users.get(id)?.realName,
    channel: (id) => workspace.channels.get(id)?.name,
    group: (id) => workspace.usergroups.get(id)?.handle,
    get now() {
      return workspace.clock.now()
    },
  }
}

export function readerOf(workspace: Workspace, idOrName: string): Reader {
  const { locale, tz } = getUser(workspace, idOrName)
  return { locale, tz }
}
