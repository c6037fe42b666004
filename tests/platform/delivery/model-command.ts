import type fc from 'fast-check'
import { look } from './model-check.ts'
import type { Stage } from './model-world.ts'

export type Command = fc.AsyncCommand<object, Stage>

/** @param what how it is printed, so that a failure can be read as a story */
export function command(what: string, run: (stage: Stage) => Promise<unknown>): Command {
  return {
    check: () => true,
    toString: () => what,
    async run(_model, stage) {
      await run(stage)
      await look(stage)
    },
  }
}
