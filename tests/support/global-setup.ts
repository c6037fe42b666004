import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium.ts'
import { makeTemplate, type Template } from './postgres-template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test asks for the PostgreSQL template; the first to ask starts the server. */
    postgresOnDemand: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!findChromium())
    console.log(
      'No Chromium here: the tests of the playground in a browser are left out. CHROMIUM=/path/to/it runs them.',
    )
  let template: Promise<Template> | undefined
  const desk = createServer(async (_request, response) => {
    try {
      template ??= makeTemplate(process.env.TEST_DATABASE_URL)
      response.end(JSON.stringify((await template).address))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((listening) => desk.listen(0, '127.0.0.1', listening))
  project.provide('postgresOnDemand', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`)

  return async () => {
    desk.closeAllConnections()
    desk.close()
    const made = await template?.catch(() => undefined)
    await made?.remove()
  }
}
