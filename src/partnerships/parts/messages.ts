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

// What can be turned on.

/** @param part its title @param about what it brings */
export const partOn = phrase({
  en: (part: string, about: string) => `*${part}*: on. ${about}`,
  nl: (part, about) => `*${part}*: aan. ${about}`,
})
/** @param part its title @param about what it brings */
export const partOff = phrase({
  en: (part: string, about: string) => `*${part}*: off. ${about}`,
  nl: (part, about) => `*${part}*: uit. ${about}`,
})
export const turnOn = phrase({ en: 'Turn on', nl: 'Aanzetten' })
export const turnOff = phrase({ en: 'Turn off', nl: 'Uitzetten' })
export const notNow = phrase({ en: 'Not now', nl: 'Nu niet' })
export const cancel = phrase({ en: 'Cancel', nl: 'Annuleren' })

/** @param part its title @param about what it brings @param name escaped */
export const proposal = phrase({
  en: (part: string, about: string, name: string) => `Ready for the next step in ${name}? *${part}*: ${about}`,
  nl: (part, about, name) => `Klaar voor de volgende stap in ${name}? *${part}*: ${about}`,
})

/** @param part its title @param name escaped */
export const nowOn = phrase({
  en: (part: string, name: string) => `${part}: on in ${name}. Both teams can use it from now on.`,
  nl: (part, name) => `${part}: staat aan in ${name}. Beide teams kunnen het vanaf nu gebruiken.`,
})
/** @param part its title @param name escaped */
export const onAlready = phrase({
  en: (part: string, name: string) => `${part}: on in ${name} already.`,
  nl: (part, name) => `${part}: staat al aan in ${name}.`,
})
/** @param part its title @param name escaped */
export const offAlready = phrase({
  en: (part: string, name: string) => `${part}: off in ${name} already.`,
  nl: (part, name) => `${part}: staat al uit in ${name}.`,
})
/** @param part its title */
export const askedLater = phrase({
  en: (part: string) =>
    `${part}: not now. I’ll ask again in three months; you can turn it on before with \`/rondo settings\`.`,
  nl: (part) =>
    `${part}: nu niet. Over drie maanden vraag ik het weer; eerder aanzetten kan met \`/rondo instellingen\`.`,
})
export const unknownPart = phrase({
  en: 'This is no longer something that can be turned on or off.',
  nl: 'Dit kan niet meer worden aan- of uitgezet.',
})

/** @param part its title @param name escaped */
export const turnOffQuestion = phrase({
  en: (part: string, name: string) =>
    `Turn *${part}* off in ${name}? Nobody sees or hears anything of it then. What it holds is kept: turn it on again, and all of it is back.`,
  nl: (part, name) =>
    `*${part}* uitzetten in ${name}? Dan ziet en hoort niemand er nog iets van. Wat erin staat, blijft bewaard: zet je het weer aan, dan is alles terug.`,
})
