import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export interface Ended {
  code: number | null
  out: string
  err: string
}

export interface RunningProgram {
  /** Resolves with what it has printed so far, once that holds this text; rejects when it ends before. */
  printed(text: string): Promise<string>
  kill(signal: NodeJS.Signals): void
  ended: Promise<Ended>
}

/** Runs `rondo` the way an operator does, with nothing in its environment but what is given. */
export function rondo(args: string[], env: Record<string, string> = {}, cwd = root): RunningProgram {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [join(root, 'bin', 'rondo.js'), ...args], { cwd, env: { PATH, HOME, ...env } })
  let out = ''
  let err = ''
  const waiting = new Set<() => void>()
  const heard = () => {
    for (const look of waiting) look()
  }
  child.stdout.on('data', (chunk) => {
    out += chunk
    heard()
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
    heard()
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })))
  return {
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!`${out}${err}`.includes(text)) return
          waiting.delete(look)
          resolve(out)
        }
        waiting.add(look)
        look()
        void ended.then(() => reject(new Error(`It ended without printing "${text}":\n${out}${err}`)))
      }),
    kill: (signal) => void child.kill(signal),
    ended,
  }
}
