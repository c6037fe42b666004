import { phrase } from '../../platform/i18n.ts'

/** @param who escaped */
export const pilotOn = phrase({
  en: (who: string) =>
    `*Pilot mode* is on: everything I would say to the two teams goes to ${who} only. Nobody else gets a message from me.`,
  nl: (who) =>
    `De *pilot* loopt: alles wat ik tegen de twee teams zou zeggen, gaat alleen naar ${who}. Verder krijgt niemand een bericht van mij.`,
})
export const pilotOnForYou = phrase({
  en: '*Pilot mode* is on: everything I would say to the two teams goes to you only. Nobody else gets a message from me.',
  nl: 'De *pilot* loopt: alles wat ik tegen de twee teams zou zeggen, gaat alleen naar jou. Verder krijgt niemand een bericht van mij.',
})
export const pilotOff = phrase({
  en: '*Pilot mode*: off. The two teams see what I say. Want to see it yourself first?',
  nl: '*Pilot*: uit. De twee teams zien wat ik zeg. Wil je het eerst zelf zien?',
})
export const toMeOnly = phrase({
  en: 'Pilot mode: send everything to me only',
  nl: 'Pilot: stuur alles alleen naar mij',
})
// Asked before it begins where the two teams hear everything now.
export const beginQuestion = phrase({ en: 'Start pilot mode?', nl: 'De pilot starten?' })
export const beginMeans = phrase({
  en: 'From then on the two teams hear nothing more from me: everything goes to you only, until you or another team lead presses “Go live”.',
  nl: 'De twee teams horen dan niets meer van mij: alles gaat alleen naar jou, totdat jij of een andere teamlead op ‘Echt beginnen’ klikt.',
})
export const beginIt = phrase({ en: 'Start pilot mode', nl: 'Pilot starten' })
export const stayLive = phrase({ en: 'Leave it as it is', nl: 'Laat zoals het is' })
export const wayBack = phrase({
  en: '*Go live* gives it back to the two teams. You also find it in `/rondo settings`.',
  nl: 'Met *Echt beginnen* horen de twee teams weer alles. Je vindt die knop ook in `/rondo instellingen`.',
})
export const goLive = phrase({ en: 'Go live', nl: 'Echt beginnen' })
/** @param name escaped */
export const live = phrase({
  en: (name: string) => `${name} is live: from now on the two teams see what I say.`,
  nl: (name) => `${name} is echt begonnen: vanaf nu zien de twee teams wat ik zeg.`,
})
/** @param name escaped */
export const liveAlready = phrase({
  en: (name: string) => `${name} is live already.`,
  nl: (name) => `${name} was al echt begonnen.`,
})
export const title = phrase({ en: 'Pilot mode', nl: 'Pilot' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
