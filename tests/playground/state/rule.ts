import type { Reply, Stage } from './stage.ts'

/** What is done on a stage: a call, or steps that end in the calls that are looked at. */
export type Act = readonly [method: string, args: object] | ((stage: Stage) => Promise<Reply | Reply[]>)

interface Rule {
  /** The rule as a sentence. */
  rule: string
  /** Where it stands: a page of Slack's, a reference, or why we chose so. */
  source: string
  /** Slack's behaviour is not known; this is our choice. */
  guessed?: true
}

/** Calls that break the rule are refused with `error`; calls that keep it go well. */
export interface Refusal extends Rule {
  error: string
  methods?: undefined
  accepted: Act
  refused: Act
}

/** Every one of these methods refuses so, before it looks at what it was asked. */
export interface CommonRefusal extends Rule {
  error: string
  methods: readonly string[]
  accepted(stage: Stage, method: string): Promise<Reply>
  refused(stage: Stage, method: string): Promise<Reply>
}

/** Something that is so, and in the other case is not. */
export interface Fact extends Rule {
  error?: undefined
  methods?: undefined
  accepted(stage: Stage): Promise<boolean>
  refused(stage: Stage): Promise<boolean>
}

export type StateRule = Refusal | CommonRefusal | Fact

/** Does an act; the calls it ends in. */
export async function play(stage: Stage, act: Act): Promise<Reply[]> {
  if (typeof act !== 'function') return [await stage.call(...act)]
  return [await act(stage)].flat()
}

/** The same for several calls, one after the other. */
export const each =
  (...calls: (readonly [method: string, args: object])[]) =>
  async (stage: Stage): Promise<Reply[]> => {
    const replies: Reply[] = []
    for (const one of calls) replies.push(await stage.call(...one))
    return replies
  }
