/**
 * A process with an edge, to be stopped and killed: `fork('slack-child.ts', [database, notes])`. Its word `wait` goes on when
 * it is told to, and then writes its text to the file of notes. Tells its port when it listens.
 */
import { appendFileSync } from 'node:fs'
import { connect } from '../../src/platform/database/connect.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { edgeFor, word } from './slack-edge.ts'

const [url = '', notes = ''] = process.argv.slice(2)
const { promise: told, resolve: goOn } = Promise.withResolvers<void>()
const database = await connect(url)
await migrate(database, 0)
const wait = word('wait', async ({ text }) => {
  await told
  appendFileSync(notes, `${text}\n`)
})
const edge = edgeFor({ database, features: [{ name: 'child', words: [wait] }] })
const { port } = await edge.start()

process.on('SIGTERM', () => {
  void edge.stop().then(() => process.exit(0))
  process.send?.('stopping')
})
process.on('message', (message) => {
  if (message === 'go on') goOn()
  else void edge.settled().then(() => process.send?.('settled'))
})
process.send?.({ port })
