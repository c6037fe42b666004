export interface Task {
  run(): Promise<void>
}

export interface Runner<T extends Task> {
  add(task: T): void
  waiting(): number
  running(): number
  /** Resolves when nothing runs or waits; once it is closed, when nothing runs. */
  idle(): Promise<void>
  /** Starts nothing any more. */
  close(): void
  /** Takes out what was not started. */
  unstarted(): T[]
}

/**
 * Runs tasks beside each other, so many and no more, in the order they came. Each turn of the event loop starts a few only:
 * between them what Slack sends meanwhile is acknowledged. Tasks must not reject.
 */
export function createRunner<T extends Task>({ most, perTurn }: { most: number; perTurn: number }): Runner<T> {
  const queue: T[] = []
  let running = 0
  let scheduled = false
  let closed = false
  let whenIdle: (() => void)[] = []

  function schedule(): void {
    if (scheduled || closed || queue.length === 0 || running >= most) return
    scheduled = true
    setImmediate(start)
  }

  function start(): void {
    scheduled = false
    for (let n = 0; n < perTurn && running < most; n += 1) {
      const task = queue.shift()
      if (!task) break
      running += 1
      void task.run().finally(ended)
    }
    schedule()
  }

  function ended(): void {
    running -= 1
    schedule()
    if (isIdle()) tellIdle()
  }

  const isIdle = (): boolean => running === 0 && (closed || queue.length === 0)

  function tellIdle(): void {
    const resolvers = whenIdle
    whenIdle = []
    for (const resolve of resolvers) resolve()
  }

  return {
    add(task) {
      queue.push(task)
      schedule()
    },
    waiting: () => queue.length,
    running: () => running,
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
    close() {
      closed = true
      if (isIdle()) tellIdle()
    },
    unstarted: () => queue.splice(0),
  }
}
