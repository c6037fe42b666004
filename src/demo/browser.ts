import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, [program: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
}

/** Shows an address in the browser of whoever sits at this machine; does nothing where nobody does, or it cannot be shown. */
export function openBrowser(url: string): void {
  const [program, ...args] = openers[process.platform] ?? []
  if (!program || !process.stdout.isTTY) return
  const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' })
  // Where there is no such program the address is printed all the same.
  child.on('error', () => undefined)
  child.unref()
}
