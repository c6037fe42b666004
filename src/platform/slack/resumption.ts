/** The *Continue* button: what somebody did, done again with a trigger that is alive. */
import { z } from 'zod'
import type { Language } from '../i18n.ts'
import type { Rendered } from '../rendered.ts'
import type { Arrival } from './arrival.ts'
import { buttons, said } from './blocks.ts'
import { continueButton, tookTooLong, tookTooLongAgain } from './messages.ts'
import { asTyped } from './words.ts'

export const continueAction = 'slack:continue'

const longestValue = 2_000

const message = z.object({ channelId: z.string(), ts: z.string(), threadTs: z.string().optional() })
const resumption = z.union([
  z.object({ text: z.string(), channelId: z.string() }),
  z.object({ action: z.string(), value: z.string(), message: message.optional() }),
  z.object({ shortcut: z.string() }),
])

/** A command's text, an action or a shortcut, with what it was about. */
export type Resumption = z.infer<typeof resumption>

export function readResumption(value: string): Resumption | undefined {
  try {
    return resumption.safeParse(JSON.parse(value)).data
  } catch {
    return undefined
  }
}

/** Offers to go on; or asks to do it again, where that is as easy: in a window whose buttons still stand there. */
export function offerToContinue(what: Resumption | undefined, language: Language): Rendered {
  const value = what && JSON.stringify(what)
  if (value === undefined || value.length > longestValue) return said(tookTooLongAgain(language))
  const button = { action: continueAction, text: continueButton(language), value, primary: true }
  return said(tookTooLong(language), buttons([button]))
}

/** What would have to be done again. Inside a window or Home nothing: the button is still in front of them. */
export function resumptionOf(arrival: Arrival): Resumption | undefined {
  if (arrival.kind === 'command') return { text: asTyped(arrival.body.text), channelId: arrival.body.channel_id }
  if (arrival.kind === 'shortcut') return { shortcut: arrival.body.callback_id }
  return undefined
}
