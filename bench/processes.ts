import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Starts another process of the benchmark. @param file under bench/ */
export function startProcess(file: string, args: string[] = [], options: ForkOptions = {}): ChildProcess {
  return fork(join(import.meta.dirname, file), args, options)
}

/** What a process tells next. Rejects when it ends instead. */
export function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (value: unknown) => {
      child.off('exit', ended)
      resolve(value as T)
    }
    const ended = (code: number | null) => {
      child.off('message', listen)
      reject(new Error(`a process of the benchmark ended with code ${code}`))
    }
    child.once('message', listen).once('exit', ended)
  })
}

/** Asks a process for something, and waits for what it tells. */
export function ask<T>(child: ChildProcess, request: object): Promise<T> {
  const answer = message<T>(child)
  child.send(request)
  return answer
}

/** Everything a silent process printed. */
export function output(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
    })
    child.once('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`the load ended with code ${code}`))))
  })
}

/** Kills a process, if it still runs, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/** Resident memory in MB where the system tells it (Linux), else NaN. */
export function residentMb(child: ChildProcess): number {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return Number(kb) / 1024
  } catch {
    return Number.NaN
  }
}
