import { listInWords, phrase } from '../../platform/i18n.ts'
import { sideName } from '../messages.ts'
import type { Side } from '../partnership.ts'

export const groupLabel = phrase({
  en: (side: Side) => `From a user group (${sideName(side, 'en')})`,
  nl: (side) => `Uit een gebruikersgroep (${sideName(side, 'nl')})`,
})
export const groupHint = phrase({
  en: 'Everyone in it is added to the people above; guests and bots aren’t. Who joins the group later isn’t added by itself.',
  nl: 'Iedereen uit de groep komt bij de mensen hierboven; gasten en bots niet. Wie later bij de groep komt, wordt niet vanzelf toegevoegd.',
})
export const moreGroups = phrase({
  en: (shown: number, all: number) => `There are ${all} user groups; the first ${shown} by name can be chosen here.`,
  nl: (shown, all) => `Er zijn ${all} gebruikersgroepen; hier kun je kiezen uit de eerste ${shown} op naam.`,
})
export const groupGone = phrase({
  en: 'A group you chose is no longer there. Take it off.',
  nl: 'Een groep die je koos bestaat niet meer. Haal die weg.',
})
export const tooManyTogether = phrase({
  en: (count: number, most: number) =>
    `Together that is ${count} people, and a team can have at most ${most}. Choose a smaller group.`,
  nl: (count, most) =>
    `Samen zijn dat ${count} mensen, en een team kan er hoogstens ${most} hebben. Kies een kleinere groep.`,
})
/** @param who mentions */
export const addedFrom = phrase({
  en: (side: Side, who: string[]) => `Added to ${sideName(side, 'en')} from the user group: ${listInWords(who, 'en')}.`,
  nl: (side, who) => `Uit de gebruikersgroep bij ${sideName(side, 'nl')} gezet: ${listInWords(who, 'nl')}.`,
})
export const leftOut = phrase({
  en: (side: Side, count: number) =>
    `${count} of the user group ${count === 1 ? 'was' : 'were'} not added to ${sideName(side, 'en')}: guests, bots, people who left, or people of the other team.`,
  nl: (side, count) =>
    `${count} uit de gebruikersgroep ${count === 1 ? 'is' : 'zijn'} niet bij ${sideName(side, 'nl')} gezet: gasten, bots, mensen die weg zijn of bij het andere team horen.`,
})
