import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Feature } from '../platform/feature.ts'
import { languageOf } from '../platform/i18n.ts'
import { OperatorError } from '../platform/operator-error.ts'
import type { Completion, ShortcutCard } from '../playground/page/wire.ts'
import type { Slack } from '../playground/server/start.ts'
import { cast } from '../playground/story/cast.ts'
import { type Asset, bundlePage } from '../playground/window/bundle.ts'
import { createSite } from '../playground/window/site.ts'
import type { World } from '../playground/world/world.ts'
import { demoFeatures } from './features.ts'

/** Serves the page at the stand-in's address. @returns what ends that */
export async function showPage(slack: Slack, world: World): Promise<() => void> {
  const { assets, shortcuts } = await prepared()
  const features = demoFeatures()
  const site = createSite({
    slack,
    world,
    assets,
    shortcuts,
    completions: (locale) => completionsOf(features, locale),
    visitor: firstVisitor,
  })
  slack.serve(site)
  return site.stop
}

/** Somebody of the cast who speaks the visitor's language. @param languages as in `Accept-Language` */
function firstVisitor(languages: string): string {
  const language = languageOf(languages)
  return cast.find(({ locale }) => languageOf(locale) === language)?.id ?? 'U01SANNE'
}

/** What the features understand behind `/rondo`. */
function completionsOf(features: Feature[], locale: string): Completion[] {
  const language = languageOf(locale)
  const words = features.flatMap((feature) => feature.words ?? [])
  return words.map((word) => ({
    text: `/rondo ${word.words[language][0]}`.trim(),
    usage: word.usage?.(language),
    help: word.help(language),
  }))
}

async function prepared(): Promise<{ assets: Map<string, Asset>; shortcuts: ShortcutCard[] }> {
  try {
    return { assets: await bundlePage(), shortcuts: await shortcutsOf(new URL('../../manifest.yml', import.meta.url)) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw new OperatorError('The page is made with esbuild, which is not installed: run npm ci without --omit=dev.', {
      cause: error,
    })
  }
}

const manifest = z.object({
  features: z.object({
    shortcuts: z
      .array(z.object({ name: z.string(), type: z.enum(['message', 'global']), callback_id: z.string() }))
      .default([]),
  }),
})

/** The shortcuts that Slack would offer, by the app's manifest. */
async function shortcutsOf(file: URL): Promise<ShortcutCard[]> {
  const { parse } = await import('yaml')
  const { features } = manifest.parse(parse(await readFile(file, 'utf8')))
  return features.shortcuts.map(({ name, type, callback_id }) => ({ name, type, id: callback_id }))
}
