import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { allFeatures } from '../src/app.ts'
import { silentLog } from '../src/platform/log.ts'
import { botScopes } from '../src/platform/slack/scopes.ts'

const manifest = z
  .object({
    display_information: z.object({
      name: z.string().max(35),
      description: z.string().max(140),
      long_description: z.string().min(175).max(4000),
    }),
    features: z.object({
      slash_commands: z.array(z.object({ command: z.string().max(32), description: z.string().max(2000) })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  })
  .parse(parse(readFileSync('manifest.yml', 'utf8')))

const scopesWithReasons = [...readFileSync('docs/scopes.md', 'utf8').matchAll(/^\| `([a-z:.]+)` \| (.+) \|$/gm)]

describe('manifest.yml', () => {
  it('asks for the scopes that the code checks for', () => {
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...botScopes].toSorted())
  })

  it('gives a reason in docs/scopes.md for every scope, and no reason for any other', () => {
    const reasons = scopesWithReasons
      .filter(([, scope]) => scope?.includes(':') || scope === 'commands')
      .map(([, scope]) => scope ?? '')
    expect(reasons.toSorted()).toEqual([...botScopes].toSorted())
  })

  it('asks for the events that the features listen to, and for no other', () => {
    const features = allFeatures({ language: 'en', zone: 'UTC' }, silentLog)
    const heard = features.flatMap(({ listeners = [] }) =>
      listeners.flatMap((one) => (one.on === 'event' ? one.type : [])),
    )
    expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual([...new Set(heard)].toSorted())
  })

  it('has the one command', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/rondo'])
  })
})
