/**
 * `npm run screenshots` looks at the demo as a person would and keeps pictures of its main screens, in both languages and
 * both themes, in `screenshots/`, or in the folder that is named. `--readme` keeps only those the README shows.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { launchChromium } from '../support/chromium.ts'
import { withFewerColours } from './png.ts'
import { type Picture, takePictures } from './scenes.ts'

/** As large as a picture in the README may be. */
const mostBytes = 150_000
const readme = { folder: 'docs/pictures', scenes: ['answer', 'summary', 'time', 'trouble'] }

const { values, positionals } = parseArgs({
  options: { readme: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = positionals[0] ?? (values.readme ? readme.folder : 'screenshots')
mkdirSync(folder, { recursive: true })

const demo = spawn(process.execPath, ['src/main.ts', 'demo', '--no-open'], { stdio: ['ignore', 'pipe', 'inherit'] })
const browser = await launchChromium()
try {
  await takePictures({ browser, url: await told(demo), keep: values.readme ? keepForReadme : keep })
} finally {
  await browser.close()
  demo.kill()
  await once(demo, 'exit')
}

function keep({ scene, language, theme, png }: Picture): void {
  write(`${scene}-${language}-${theme}.png`, png)
}

function keepForReadme({ scene, language, theme, png }: Picture): void {
  if (language !== 'en' || !readme.scenes.includes(scene)) return
  const small = withFewerColours(png)
  if (small.length > mostBytes)
    throw new Error(`The picture of ${scene} has ${small.length} bytes, too many for a README.`)
  write(`${scene}-${theme}.png`, small)
}

function write(name: string, png: Uint8Array): void {
  writeFileSync(join(folder, name), png)
  console.log(`${join(folder, name)}  ${Math.round(png.length / 1000)} kB`)
}

/** @returns the address of the demo, once its story is told */
async function told({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The demo says nothing.')
  for await (const line of createInterface(stdout)) {
    const address = /^There it is .*(http:\S+)$/.exec(line)?.[1]
    if (address !== undefined) {
      // What it says from now on is of no interest, but has to go somewhere.
      stdout.resume()
      return address
    }
  }
  throw new Error('The demo ended before its story was told.')
}
