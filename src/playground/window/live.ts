import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Outlook } from './outlook.ts'

export interface Live {
  /** Takes a browser's connection over: from now on it hears what changes in the outlook. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, outlook: Outlook): void
  /** Something may have changed: every window hears of it soon. */
  look(): void
  /** Every window hears of it now. */
  flush(): void
  readonly windows: number
  stop(): void
}

/** So often at most a window hears of changes. */
const togetherMs = 20

/** The windows that are open, each told what is new to it. */
export function createLive(): Live {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const windows = new Map<WebSocket, Outlook>()
  let timer: NodeJS.Timeout | undefined
  const tell = (socket: WebSocket, outlook: Outlook) => {
    const news = outlook.news()
    if (news) socket.send(JSON.stringify(news))
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    for (const [socket, outlook] of windows) tell(socket, outlook)
  }
  return {
    accept: (request, socket, head, outlook) =>
      server.handleUpgrade(request, socket, head, (opened) => {
        windows.set(opened, outlook)
        opened.on('error', () => opened.terminate())
        opened.on('close', () => windows.delete(opened))
        tell(opened, outlook)
      }),
    look: () => {
      if (windows.size > 0) timer ??= setTimeout(flush, togetherMs)
    },
    flush,
    get windows() {
      return windows.size
    },
    stop: () => {
      clearTimeout(timer)
      for (const socket of windows.keys()) socket.terminate()
      server.close()
    },
  }
}
