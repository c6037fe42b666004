import { phrase } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import { sideName } from '../messages.ts'
import type { Side } from '../partnership.ts'

type Kind = Person['kind']

/** A word behind the name of who is no colleague. */
export const kindOf = phrase({
  en: (kind: Kind) => (kind === 'guest' ? ' (guest)' : kind === 'external' ? ' (another organisation)' : ''),
  nl: (kind) => (kind === 'guest' ? ' (gast)' : kind === 'external' ? ' (andere organisatie)' : ''),
})
/** @param who escaped @param channel a link @param name of the partnership, escaped */
export const joined = phrase({
  en: (who: string, kind: Kind, channel: string, name: string) =>
    `*${who}*${kindOf('en', kind)} joined ${channel}. Part of ${name}?`,
  nl: (who, kind, channel, name) => `*${who}*${kindOf('nl', kind)} zit nu in ${channel}. Hoort die bij ${name}?`,
})
/** @param who escaped @param channel a link @param name of the partnership, escaped */
export const left = phrase({
  en: (who: string, kind: Kind, channel: string, name: string) =>
    `*${who}*${kindOf('en', kind)} left ${channel}. Still in the team (${name})?`,
  nl: (who, kind, channel, name) =>
    `*${who}*${kindOf('nl', kind)} heeft ${channel} verlaten. Nog wel in het team (${name})?`,
})

export const addTo = phrase({
  en: (side: Side) => `Add to ${sideName(side, 'en')}`,
  nl: (side) => `Zet bij ${sideName(side, 'nl')}`,
})
export const notPartOfIt = phrase({ en: 'Not part of it', nl: 'Hoort er niet bij' })
export const takeOff = phrase({ en: 'Take off', nl: 'Haal eruit' })
export const stays = phrase({ en: 'Stays', nl: 'Blijft' })

/** @param who escaped */
export const nowIn = phrase({
  en: (who: string, side: Side) => `${who} is in ${sideName(side, 'en')} now.`,
  nl: (who, side) => `${who} zit nu bij ${sideName(side, 'nl')}.`,
})
/** @param who escaped */
export const leftOut = phrase({
  en: (who: string) => `Fine: ${who} stays outside the two teams.`,
  nl: (who) => `Prima: ${who} blijft buiten de twee teams.`,
})
/** @param who escaped */
export const nowOff = phrase({
  en: (who: string) => `${who} is off the team. What they still had goes to whoever leads it now.`,
  nl: (who) => `${who} is uit het team. Wat er nog lag, gaat naar wie het team nu leidt.`,
})
/** @param who escaped */
export const stillIn = phrase({
  en: (who: string) => `Fine: ${who} stays in the team.`,
  nl: (who) => `Prima: ${who} blijft in het team.`,
})
/** @param by who was first, escaped */
export const answeredBefore = phrase({
  en: (by: string) => `${by} has answered this already.`,
  nl: (by) => `${by} heeft dit al beantwoord.`,
})
export const overtaken = phrase({
  en: 'This has settled itself meanwhile: there is nothing to decide any more.',
  nl: 'Dit is intussen vanzelf opgelost: er valt niets meer te beslissen.',
})
