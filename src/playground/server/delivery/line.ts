import type { WebSocket } from 'ws'

/** A socket of the app. */
export interface Connection {
  socket: WebSocket
  /** It was asked to go: nothing more is brought on it. */
  leaving: boolean
}

/** Whose turn it is to be brought something. */
export interface Line {
  /** The socket whose turn it is; waits for one, and gives up after a while. */
  next(): Promise<Connection | undefined>
  /** A socket is new. */
  arrived(): void
  /** Nobody will come any more. */
  end(): void
}

export function createLine(connections: Set<Connection>, patienceMs: number): Line {
  const waiting = new Set<(end?: boolean) => void>()
  let turn = 0
  const pick = () => {
    const able = [...connections].filter((one) => !one.leaving && one.socket.readyState === one.socket.OPEN)
    turn += 1
    return able[turn % Math.max(1, able.length)]
  }
  const wait = () =>
    new Promise<Connection | undefined>((resolve) => {
      const timer = setTimeout(() => give(undefined), patienceMs)
      const give = (connection: Connection | undefined) => {
        waiting.delete(look)
        clearTimeout(timer)
        resolve(connection)
      }
      const look = (end = false) => {
        const connection = pick()
        if (connection || end) give(connection)
      }
      waiting.add(look)
    })
  return {
    next: async () => pick() ?? wait(),
    arrived: () => {
      for (const look of [...waiting]) look()
    },
    end: () => {
      for (const look of [...waiting]) look(true)
    },
  }
}
