import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseJson } from '../json.ts'
import type { Outcome, WorldCard } from '../page/wire.ts'
import { slackbotId } from '../server/founding.ts'
import { readBody } from '../server/request.ts'
import type { Site } from '../server/server.ts'
import type { Slack } from '../server/start.ts'
import type { User } from '../server/workspace.ts'
import type { Asset } from './bundle.ts'
import { type Movable, perform } from './deeds.ts'
import { contentSecurityPolicy, pageDocument } from './document.ts'
import { createLive } from './live.ts'
import { createOutlook, type Surroundings } from './outlook.ts'
import { parseDeed } from './parse-deed.ts'
import { createReadMarks } from './read-marks.ts'
import { wordsFor } from './words.ts'

/** The world as the page shows and moves it. */
export interface World extends Movable {
  card(personId: string): WorldCard
  onChange(listener: () => void): () => void
}

export interface SiteSettings extends Pick<Surroundings, 'completions' | 'shortcuts'> {
  slack: Slack
  world: World
  assets: Map<string, Asset>
  /** Who a visitor is at first. @param languages as in `Accept-Language` */
  visitor(languages: string): string
}

/** The page in a browser: serves it, keeps its windows up to date, and does what people do there. */
export function createSite({ slack, world, assets, visitor, ...rest }: SiteSettings): Site & { stop(): void } {
  const marks = createReadMarks(slack.workspace)
  const live = createLive()
  const surroundings: Surroundings = { slack, marks, world: (person) => world.card(person), ...rest }
  let telling = false
  const look = () => {
    noteStory()
    live.look()
  }
  /** What was told of the past was read by everyone; what was said on its last day is news. */
  const noteStory = () => {
    const told = telling
    telling = world.card(visitor('')).story !== undefined
    if (told && !telling) marks.noteAll(slack.clock.now() - halfADayMs)
  }
  const unlisten = [slack.onChange(look), world.onChange(look)]

  async function answerDeed(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const outcome = await deed(await readBody(request))
    live.flush()
    respond(response, 200, 'application/json', JSON.stringify(outcome))
  }

  async function deed(body: Buffer): Promise<Outcome> {
    const asked = parseDeed(parseJson(body.toString()))
    const person = asked && personNamed(slack, asked.as)
    if (!person) return { ok: false, why: wordsFor('en').impossible }
    try {
      return await perform({ slack, marks, world }, person.id, asked.deed)
    } catch (error) {
      return { ok: false, why: error instanceof Error ? error.message : String(error) }
    }
  }

  return {
    answer: (request, response, url) => {
      if (request.method === 'POST' && url.pathname === '/page/deed') {
        answerDeed(request, response).catch(() => response.destroy())
        return true
      }
      if (request.method !== 'GET') return false
      const asset = assets.get(url.pathname)
      if (asset) return give(request, response, asset)
      if (!isWindow(url.pathname)) return false
      const person = personNamed(slack, url.searchParams.get('as') ?? '')
      if (!person) return sendTo(response, url, visitor(request.headers['accept-language'] ?? ''))
      respond(response, 200, 'text/html; charset=utf-8', pageDocument(slack.team.name))
      return true
    },
    connect: (request, socket, head, url) => {
      if (url.pathname !== '/page/live') return false
      const person = personNamed(slack, url.searchParams.get('as') ?? '')
      const outlook = createOutlook(surroundings, person?.id ?? visitor(''), {
        traffic: url.searchParams.has('traffic'),
      })
      live.accept(request, socket, head, outlook)
      return true
    },
    stop: () => {
      for (const end of unlisten) end()
      live.stop()
    },
  }
}

const halfADayMs = 12 * 3_600_000

/** The addresses of a window; see `address.ts` of the page. */
function isWindow(path: string): boolean {
  return path === '/' || path === '/traffic' || /^\/(archives|app)\//.test(path)
}

/** Somebody who can look through a window: no bot. */
function personNamed({ workspace }: Slack, idOrName: string): User | undefined {
  const users = [...workspace.users.values()].filter((one) => !one.bot && one.id !== slackbotId)
  return users.find((one) => one.id === idOrName || one.name === idOrName)
}

/** A window is always somebody's. */
function sendTo(response: ServerResponse, url: URL, person: string): true {
  const query = new URLSearchParams(url.searchParams)
  query.set('as', person)
  response.writeHead(302, { location: `${url.pathname}?${query}` }).end()
  return true
}

function give(request: IncomingMessage, response: ServerResponse, { type, body, tag }: Asset): true {
  const known = request.headers['if-none-match'] === tag
  response.writeHead(known ? 304 : 200, { 'content-type': type, 'cache-control': 'no-cache', etag: tag, ...safe })
  response.end(known ? undefined : body)
  return true
}

const safe = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

function respond(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy,
    ...safe,
  })
  response.end(body)
}
