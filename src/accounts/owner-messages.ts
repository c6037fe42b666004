import { listInWords, phrase } from '../platform/i18n.ts'

/** @param count accounts @param partnership escaped */
export const missing = phrase<[number, string]>({
  en: (count, partnership) =>
    count === 1
      ? `One key account of *${partnership}* has no owner in your team`
      : `${count} key accounts of *${partnership}* have no owner in your team`,
  nl: (count, partnership) =>
    count === 1
      ? `Eén key account van *${partnership}* heeft in jouw team geen eigenaar`
      : `${count} key accounts van *${partnership}* hebben in jouw team geen eigenaar`,
})
/** For who speaks for both. @param count accounts @param partnership escaped */
export const missingOnBoth = phrase<[number, string]>({
  en: (count, partnership) =>
    count === 1
      ? `One key account of *${partnership}* lacks an owner on a side`
      : `${count} key accounts of *${partnership}* lack an owner on a side`,
  nl: (count, partnership) =>
    count === 1
      ? `Eén key account van *${partnership}* mist aan een kant een eigenaar`
      : `${count} key accounts van *${partnership}* missen aan een kant een eigenaar`,
})
/** @param name, former escaped */
export const inherited = phrase<[string, string]>({
  en: (name, former) => `Key account *${name}* is yours now: ${former} has left`,
  nl: (name, former) => `Key account *${name}* is nu van jou: ${former} is weg`,
})
/** @param count accounts, from 2 on @param former escaped */
export const severalInherited = phrase<[number, string]>({
  en: (count, former) => `${count} key accounts are yours now: ${former} has left`,
  nl: (count, former) => `${count} key accounts zijn nu van jou: ${former} is weg`,
})
/** @param count more @param names escaped */
export const andMore = phrase<[string, number]>({
  en: (names, count) => `${names} and ${count} more`,
  nl: (names, count) => `${names} en nog ${count}`,
})

export const choose = phrase({ en: 'Choose owners', nl: 'Eigenaars kiezen' })
export const keep = phrase({ en: 'Keep', nl: 'Houden' })
export const give = phrase({ en: 'Give to …', nl: 'Geven aan …' })
export const save = phrase({ en: 'Save', nl: 'Opslaan' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })

export const title = phrase({ en: 'Choose owners', nl: 'Eigenaars kiezen' })
export const about = phrase({
  en: 'Who looks after these key accounts? What you leave empty has no owner for now.',
  nl: 'Wie beheert deze key accounts? Wat je leeg laat, heeft voorlopig geen eigenaar.',
})
/** @param first, last, count from 1 on */
export const shown = phrase<[number, number, number]>({
  en: (first, last, count) => `${first} to ${last} of ${count}; the others follow when you save.`,
  nl: (first, last, count) => `${first} tot en met ${last} van ${count}; de andere komen na het opslaan.`,
})
/** @param name of the account @param side 'Marketing' */
export const field = phrase<[string, string]>({
  en: (name, side) => `${name} (${side})`,
  nl: (name, side) => `${name} (${side})`,
})
export const allOwned = phrase({
  en: 'Every key account has an owner there now.',
  nl: 'Elk key account heeft daar nu een eigenaar.',
})
export const nothingInherited = phrase({
  en: 'These key accounts have been settled already.',
  nl: 'Deze key accounts zijn al geregeld.',
})
/** @param names escaped */
export const taken = phrase<[string]>({
  en: (names) => `Somebody else settled this meanwhile: ${names}. That stays as it is.`,
  nl: (names) => `Iemand anders heeft dit intussen geregeld: ${names}. Dat blijft zo.`,
})
/** @param names escaped */
export const kept = phrase<[string]>({
  en: (names) => `Fine: you look after ${names} now.`,
  nl: (names) => `Prima: jij beheert nu ${names}.`,
})

/** Of one that comes up next time. @param sides where it has no owner @param names of who lead there, escaped */
export const leadsAsked = phrase<[string[], string[]]>({
  en: (sides, names) =>
    `It has no owner in ${listInWords(sides, 'en')}, so ${listInWords(names, 'en')} ${names.length === 1 ? 'is' : 'are'} asked instead.`,
  nl: (sides, names) =>
    `Bij ${listInWords(sides, 'nl')} is er geen eigenaar, dus ${names.length === 1 ? 'krijgt' : 'krijgen'} ${listInWords(names, 'nl')} de vragen.`,
})
/** @param sides where it has no owner and nobody leads */
export const nobodyAsked = phrase<[string[]]>({
  en: (sides) => `It has neither owner nor team lead in ${listInWords(sides, 'en')}, so nobody there will be asked.`,
  nl: (sides) =>
    `Bij ${listInWords(sides, 'nl')} is er geen eigenaar en geen teamlead, dus daar krijgt niemand de vragen.`,
})
export const chooseByEdit = phrase({ en: 'Choose an owner with *Edit*.', nl: 'Kies een eigenaar met *Wijzigen*.' })
export const leadChooses = phrase({
  en: 'A team lead can choose an owner.',
  nl: 'Een teamlead kan een eigenaar kiezen.',
})
