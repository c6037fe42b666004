import type { Language } from '../i18n.ts'
import type { Log } from '../log.ts'
import { slackTrouble, somethingWrong } from './messages.ts'
import { reference } from './reference.ts'
import { classify } from './trouble.ts'

/**
 * The one place where what a listener throws ends up: logged under a short reference.
 * @param listener what threw: 'checkins:answer'
 * @returns the sentence for the person; never what was thrown
 */
export function report(log: Log, listener: string, error: unknown): (language: Language) => string {
  const ref = reference()
  const trouble = classify(error)
  if (trouble.kind === 'later' || trouble.kind === 'unknown') {
    log.warn({ listener, reference: ref, error }, 'Slack did not answer as it should')
    return (language) => slackTrouble(language, ref)
  }
  log.error({ listener, reference: ref, error }, 'a listener failed')
  return (language) => somethingWrong(language, ref)
}
