import type { Workspace } from '../workspace.ts'

/** What Slack makes of typed text: the three signs escaped, people and channels as references. */
export function toSlackText(workspace: Workspace, typed: string, withNames: boolean): string {
  const escaped = typed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const kept = escaped.replace(/&lt;([@#][A-Z0-9]+(\|[^&]*)?)&gt;/g, '<$1>')
  return kept
    .replace(/(^|\s)@([\p{L}\d._-]*[\p{L}\d])/gu, (whole, space: string, name: string) => {
      const user = [...workspace.users.values()].find((one) => one.name.toLowerCase() === name.toLowerCase())
      return user ? `${space}<@${user.id}${withNames ? `|${user.name}` : ''}>` : whole
    })
    .replace(/(^|\s)#([\p{L}\d_-]+)/gu, (whole, space: string, name: string) => {
      const channel = [...workspace.channels.values()].find((one) => one.name === name && one.kind !== 'im')
      return channel ? `${space}<#${channel.id}|${withNames ? channel.name : ''}>` : whole
    })
}
