import { phrase } from '../../platform/i18n.ts'
import { oneOf } from '../messages.ts'

/** @param part its title @param name escaped @param who names */
export const off = phrase({
  en: (part: string, name: string, who: string[]) =>
    `${part}: not turned on in “${name}” yet. ${oneOf(who, 'en')} can do that with \`/rondo settings\`.`,
  nl: (part, name, who) =>
    `${part}: nog niet aangezet in “${name}”. ${oneOf(who, 'nl')} kan dat doen met \`/rondo instellingen\`.`,
})

/** @param part its title */
export const offEverywhere = phrase<[string]>({
  en: (part) =>
    `${part}: you are not in a cooperation that uses this. Start one with \`/rondo setup\`, or ask your team lead to add you.`,
  nl: (part) =>
    `${part}: je zit niet in een samenwerking die dit gebruikt. Begin er een met \`/rondo instellen\`, of vraag je teamlead om je toe te voegen.`,
})
