import { type Language, phrase } from '../platform/i18n.ts'
import type { ItemButton, Rendered } from '../platform/rendered.ts'
import { buttons, context, said } from '../platform/slack/blocks.ts'
import type { Partnership } from './partnership.ts'

type Named = Pick<Partnership, 'id' | 'name'>

/** Each in a row of its own, of a message's 50 blocks: in one row Slack wants every action once. */
const mostAsked = 40

const elseInChannel = phrase<[string]>({
  en: (command) => `Not among these? Type \`/rondo ${command}\` in a channel of that cooperation.`,
  nl: (command) => `Staat die er niet bij? Typ \`/rondo ${command}\` in een kanaal van die samenwerking.`,
})

/**
 * Asks which of several partnerships something is about; where there are too many for a message, says how to name another.
 * @param question mrkdwn @param command the word behind `/rondo`, which takes the channel's partnership
 */
export function whichPartnership(
  question: string,
  partnerships: readonly Named[],
  press: (one: Named) => ItemButton,
  command: string,
  language: Language,
): Rendered {
  const asked = partnerships.slice(0, mostAsked).map((one) => buttons([press(one)]))
  const more = partnerships.length > mostAsked ? [context(elseInChannel(language, command))] : []
  return said(question, ...asked, ...more)
}
