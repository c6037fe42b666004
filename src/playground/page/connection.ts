import { outsideWords } from './outside-words.ts'
import type { Screen } from './screen.ts'
import { applied } from './screen.ts'
import type { Deed, Outcome, Update } from './wire.ts'

export interface Connection {
  /** Does something as the person of this connection. Never rejects. */
  act(deed: Deed): Promise<Outcome>
  close(): void
}

const againAfterMs = 1000

/**
 * What one person sees, kept up to date until it is closed; where the server goes away, it is looked for again.
 * @param show gets the screen after every update, and whether the server is there at the moment
 */
export function connect(
  person: string,
  options: { traffic: boolean },
  show: (screen: Screen | undefined, here: boolean) => void,
): Connection {
  let screen: Screen | undefined
  let closed = false
  let socket: WebSocket | undefined
  const open = () => {
    if (closed) return
    const query = new URLSearchParams({ as: person, ...(options.traffic && { traffic: '1' }) })
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/page/live?${query}`)
    socket.addEventListener('message', ({ data }) => {
      screen = applied(screen, JSON.parse(data) as Update, performance.now())
      if (!closed) show(screen, true)
    })
    socket.addEventListener('close', () => {
      if (closed) return
      show(screen, false)
      setTimeout(open, againAfterMs)
    })
  }
  open()
  return {
    act: async (deed) => {
      try {
        const body = JSON.stringify({ as: person, deed })
        const answer = await fetch('/page/deed', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
        return (await answer.json()) as Outcome
      } catch {
        return { ok: false, why: outsideWords().noAnswer }
      }
    },
    close: () => {
      closed = true
      socket?.close()
    },
  }
}
