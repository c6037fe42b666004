import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { Slack } from '../../src/playground/server/start.ts'

/** An unchanged Bolt app, running against the stand-in until `stop`. */
export interface RunningApp {
  app: App
  stop(): Promise<void>
}

export type Mode = 'Socket Mode' | 'signed HTTP'

/** Makes the app, lets `listen` add its listeners, and connects it. */
export async function runApp(slack: Slack, mode: Mode, listen: (app: App) => void): Promise<RunningApp> {
  return mode === 'Socket Mode' ? runOnSockets(slack, listen) : runOnHttp(slack, listen)
}

const quiet = { logLevel: LogLevel.ERROR, convoStore: false } as const

async function runOnSockets(slack: Slack, listen: (app: App) => void): Promise<RunningApp> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    clientPingTimeout: 100,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  })
  const app = new App({
    ...quiet,
    token: slack.botToken,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    receiver,
    deferInitialization: true,
  })
  await app.init()
  listen(app)
  await app.start()
  return { app, stop: async () => void (await app.stop()) }
}

async function runOnHttp(slack: Slack, listen: (app: App) => void): Promise<RunningApp> {
  const port = await freePort()
  const app = new App({
    ...quiet,
    token: slack.botToken,
    signingSecret: slack.signingSecret,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    deferInitialization: true,
  })
  await app.init()
  listen(app)
  await app.start(port)
  await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
  return { app, stop: async () => void (await app.stop()) }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
