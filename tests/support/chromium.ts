import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A browser that the tests can drive: `CHROMIUM`, else one that is installed. Undefined when there is none. */
export function findChromium(): string | undefined {
  const { CHROMIUM } = process.env
  return CHROMIUM || places.find((place) => existsSync(place))
}

/** Starts it, without a window, and without asking anything of its makers. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium here; name one with CHROMIUM=/path/to/it.')
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  // As root, as in a container, Chromium starts only without its sandbox.
  const args = ['--disable-gpu', '--no-sandbox', ...quiet]
  return chromium.launch({ executablePath, args })
}
