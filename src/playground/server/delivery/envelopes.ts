import type { Receipt } from './courier.ts'

/** Envelopes that are out and not yet acknowledged, each on one connection. */
export interface Envelopes<Connection> {
  /** A new envelope; the receipt comes when it is finished, or tells of a timeout. */
  open(on: Connection): { id: string; receipt: Promise<Receipt> }
  /** The app acknowledged; false when no such envelope is out any more. */
  acknowledge(id: string, answer: unknown): boolean
  /** The connection broke, or all did: nothing more comes on it. */
  lose(on?: Connection): void
}

export function createEnvelopes<Connection>(ackTimeoutMs: number): Envelopes<Connection> {
  const out = new Map<string, { on: Connection; finish: (receipt: Receipt) => void }>()
  return {
    open: (on) => {
      const id = crypto.randomUUID()
      const { promise, resolve } = Promise.withResolvers<Receipt>()
      const timer = setTimeout(() => finish({ acked: false, reason: 'http_timeout' }), ackTimeoutMs)
      const finish = (receipt: Receipt) => {
        out.delete(id)
        clearTimeout(timer)
        resolve(receipt)
      }
      out.set(id, { on, finish })
      return { id, receipt: promise }
    },
    acknowledge: (id, answer) => {
      const envelope = out.get(id)
      envelope?.finish({ acked: true, answer })
      return envelope !== undefined
    },
    lose: (connection) => {
      for (const { on, finish } of [...out.values()])
        if (connection === undefined || on === connection) finish({ acked: false, reason: 'connection_failed' })
    },
  }
}
