import type { WebClient } from '@slack/web-api'
import type { Db } from '../../../db/schema.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Person } from '../person.ts'
import type { SlackClients } from './client.ts'
import type { Registry } from './registry.ts'
import type { Replier } from './reply.ts'

/** The Slack workspace Rondo is installed in. */
export interface InstalledWorkspace {
  id: string
  teamId: string
  /** '' where there is no Enterprise organisation. */
  enterpriseId: string
  botId: string
  botUserId: string
}

export interface Stranger {
  teamId: string
  enterpriseId: string | undefined
  userId: string
  /** Another than teamId: somebody of another organisation. */
  userTeamId: string | undefined
  slack: WebClient
}

/** Who did something; undefined for those Rondo does not deal with. */
export type WhoIs = (stranger: Stranger) => Promise<Person | undefined>

/** What handling an arrival needs. */
export interface Surroundings {
  db: Db
  clock: Clock
  log: Log
  clients: SlackClients
  replier: Replier
  registry: Registry
  workspace: InstalledWorkspace
  whoIs: WhoIs
  /** Has something done after the acknowledgement. */
  afterwards(task: () => Promise<void>): void
}
