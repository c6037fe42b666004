import { phrase } from '../../platform/i18n.ts'
import { sideName } from '../messages.ts'
import type { Side } from '../partnership.ts'

/** @param name of the partnership, escaped */
export const noTeamLead = phrase({
  en: (side: Side, name: string) => `*${sideName(side, 'en')}* has no team lead any more (${name}).`,
  nl: (side, name) => `*${sideName(side, 'nl')}* heeft geen teamlead meer (${name}).`,
})
/** @param who names, escaped */
export const speaksMeanwhile = phrase({
  en: (who: string) => `Until there is one, what belongs to a team lead goes to ${who}.`,
  nl: (who) => `Tot er weer een is, gaat wat bij een teamlead hoort naar ${who}.`,
})
export const choose = phrase({ en: 'Choose', nl: 'Kiezen' })
