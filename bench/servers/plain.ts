/** The least a server can do over HTTP: check the signature, read the form, answer. The ceiling for everything on top. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signingSecret } from '../fixture.ts'

const server = createServer(async (request, response) => {
  const body = await read(request)
  const base = `v0:${request.headers['x-slack-request-timestamp']}:${body}`
  const signature = `v0=${createHmac('sha256', signingSecret).update(base).digest('hex')}`
  const good = signature === request.headers['x-slack-signature'] && new URLSearchParams(body).has('trigger_id')
  response.writeHead(good ? 200 : 401).end()
})

function read(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => resolve(Buffer.concat(chunks).toString()))
  })
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
