import type { Workspace } from '../server/workspace.ts'

export interface ReadMarks {
  /** The `ts` up to which a person has read a channel; '0' when nothing. */
  of(person: string, channel: string): string
  /** A person has read up to `ts`; never takes anything back. */
  note(person: string, channel: string, ts: string): void
  /** Everyone has read all that was said before `instant` (epoch ms), from now on. */
  noteAll(instant: number): void
}

/** How far everyone has read. Gone when the workspace begins anew. */
export function createReadMarks(workspace: Pick<Workspace, 'desks'>): ReadMarks {
  const marks = new Map<string, string>()
  let floor = 0
  workspace.desks.push({
    clear: () => {
      marks.clear()
      floor = 0
    },
  })
  const of = (person: string, channel: string): string => {
    const mark = marks.get(`${person} ${channel}`) ?? '0'
    return Number(mark) * 1000 < floor ? String(floor / 1000) : mark
  }
  return {
    of,
    note: (person, channel, ts) => {
      if (Number(ts) > Number(of(person, channel))) marks.set(`${person} ${channel}`, ts)
    },
    noteAll: (instant) => {
      floor = instant
    },
  }
}
