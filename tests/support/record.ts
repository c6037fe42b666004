/** Runs before each test file when payloads are recorded: keeps every one that a stand-in hears in RONDO_RECORD's folder. */
import { subscribe } from 'node:diagnostics_channel'
import { expect } from 'vitest'
import { type Exchange, trafficChannel } from '../../src/playground/server/traffic.ts'
import { keep, payloadsOf } from '../contract/payload.ts'

const folder = process.env.RONDO_RECORD
if (folder) {
  subscribe(trafficChannel, (exchange) => {
    const test = expect.getState().currentTestName ?? ''
    for (const payload of payloadsOf(exchange as Exchange, test)) keep(folder, payload)
  })
}
