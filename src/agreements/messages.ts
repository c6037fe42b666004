import type { Side } from '../partnerships/index.ts'
import { dateInWords, listInWords, phrase } from '../platform/i18n.ts'

/** "4 March 2027": these live for years. @param date 'YYYY-MM-DD' */
export const onDate = phrase<[string]>({
  en: (date) => `${dateInWords(date, 'en')} ${date.slice(0, 4)}`,
  nl: (date) => `${dateInWords(date, 'nl')} ${date.slice(0, 4)}`,
})

export const partTitle = phrase({ en: 'Agreements and goals', nl: 'Afspraken en doelen' })
export const partAbout = phrase({
  en: 'Write down once what a lead is, whom you both want as a customer and who does what, agreed by both team leads, and work on a few shared goals.',
  nl: 'Leg één keer vast wat een lead is, wie jullie allebei als klant willen en wie wat doet, met akkoord van beide teamleads, en werk samen aan een paar doelen.',
})
export const command = phrase({ en: 'agreements', nl: 'afspraken' })
export const commandHelp = phrase({
  en: 'what both teams agreed on: read, propose, compare, agree',
  nl: 'wat beide teams hebben afgesproken: lezen, voorstellen, vergelijken, akkoord geven',
})

export const listTitle = phrase({ en: 'Working agreements', nl: 'Werkafspraken' })
export const whichOne = phrase({
  en: 'Working agreements of which cooperation?',
  nl: 'Werkafspraken van welke samenwerking?',
})
/** @param name escaped */
export const ofPartnership = phrase<[string]>({
  en: (name) => `What marketing and sales of *${name}* agreed on. Anybody may propose something; the team leads agree.`,
  nl: (name) =>
    `Wat marketing en sales van *${name}* met elkaar hebben afgesproken. Iedereen mag iets voorstellen; de teamleads geven akkoord.`,
})
export const noneYet = phrase({ en: 'None yet.', nl: 'Nog niets.' })
/** @param since, review in words */
export const inForceSince = phrase<[number, string, string]>({
  en: (number, since, review) => `Version ${number}, agreed on ${since}. To be looked at again on ${review}.`,
  nl: (number, since, review) => `Versie ${number}, akkoord op ${since}. Op ${review} kijken jullie er weer naar.`,
})
/** @param name escaped @param since in words */
export const proposed = phrase<[string, string]>({
  en: (name, since) => `Proposed by ${name} on ${since}.`,
  nl: (name, since) => `Voorgesteld door ${name} op ${since}.`,
})
/** @param name escaped @param since in words */
export const changeProposed = phrase<[string, string]>({
  en: (name, since) => `A change was proposed by ${name} on ${since}.`,
  nl: (name, since) => `${name} heeft op ${since} een wijziging voorgesteld.`,
})

const sideInWords: Record<'en' | 'nl', Record<Side, string>> = {
  en: { marketing: 'marketing', sales: 'sales' },
  nl: { marketing: 'marketing', sales: 'sales' },
}
/** Who can agree for a side. @param names escaped; none where nobody leads either side */
export const waits = phrase<[Side, string[]]>({
  en: (side, names) =>
    names.length > 0
      ? `Waits for ${orInWords(names, 'en')} (${sideInWords.en[side]}).`
      : `Waits for the team lead of ${sideInWords.en[side]}: there is none. Choose one with \`/rondo setup\`.`,
  nl: (side, names) =>
    names.length > 0
      ? `Wacht op ${orInWords(names, 'nl')} (${sideInWords.nl[side]}).`
      : `Wacht op de teamlead van ${sideInWords.nl[side]}: die is er niet. Kies er een met \`/rondo instellen\`.`,
})
/** @param names escaped, with their side */
export const agreedBy = phrase<[string[]]>({
  en: (names) => `Agreed: ${listInWords(names, 'en')}.`,
  nl: (names) => `Akkoord: ${listInWords(names, 'nl')}.`,
})
/** @param name escaped */
export const nameOf = phrase<[string, Side]>({
  en: (name, side) => `${name} (${sideInWords.en[side]})`,
  nl: (name, side) => `${name} (${sideInWords.nl[side]})`,
})
export const forBoth = phrase({
  en: 'The other team has no team lead at the moment, so you agree for both teams.',
  nl: 'Het andere team heeft nu geen teamlead, dus jij geeft akkoord voor beide teams.',
})
/** @param name escaped */
export const inPlaceOf = phrase<[string]>({
  en: (name) => `${name} is away: you agree in their place.`,
  nl: (name) => `${name} is afwezig: jij geeft akkoord als vervanger.`,
})
/** @param why escaped */
export const because = phrase<[string]>({ en: (why) => `Why: ${why}`, nl: (why) => `Waarom: ${why}` })

export const write = phrase({ en: 'Write it', nl: 'Schrijven' })
export const writeAnother = phrase({
  en: 'Write one for another type of lead',
  nl: 'Schrijf er een voor een andere soort lead',
})
export const read = phrase({ en: 'Read', nl: 'Lezen' })
export const readProposal = phrase({ en: 'Read the proposal', nl: 'Voorstel lezen' })
export const readInForce = phrase({ en: 'Read what holds now', nl: 'Lezen wat nu geldt' })
export const compare = phrase({ en: 'Compare', nl: 'Vergelijken' })
export const agree = phrase({ en: 'Agree', nl: 'Akkoord' })
export const proposeChange = phrase({ en: 'Propose a change', nl: 'Wijziging voorstellen' })
export const suggestChange = phrase({ en: 'Suggest a change', nl: 'Iets anders voorstellen' })
export const withdraw = phrase({ en: 'Withdraw', nl: 'Intrekken' })
export const history = phrase({ en: 'History', nl: 'Geschiedenis' })
export const stillRight = phrase({ en: 'Still right', nl: 'Klopt nog' })
export const back = phrase({ en: 'Back to the history', nl: 'Terug naar de geschiedenis' })
export const newer = phrase({ en: 'Newer', nl: 'Nieuwer' })
export const older = phrase({ en: 'Older', nl: 'Ouder' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })

export const whatChanges = phrase({ en: 'What would change', nl: 'Wat er zou veranderen' })
export const versionTitle = phrase<[number]>({
  en: (number) => `Version ${number}`,
  nl: (number) => `Versie ${number}`,
})
export const unchanged = phrase<[number]>({
  en: (count) => (count === 1 ? '1 line stays as it is' : `${count} lines stay as they are`),
  nl: (count) => (count === 1 ? '1 regel blijft zoals die is' : `${count} regels blijven zoals ze zijn`),
})
export const emptyHistory = phrase({ en: 'Nothing has been proposed yet.', nl: 'Er is nog niets voorgesteld.' })

/** @param about in a sentence @param number of the version */
export const nowInForce = phrase<[string, number]>({
  en: (about, number) => `Both teams agree: ${about}, version ${number}. It holds from today.`,
  nl: (about, number) => `Beide teams zijn akkoord: ${about}, versie ${number}. Dit geldt vanaf vandaag.`,
})
/** @param about in a sentence @param number of the version */
export const nowInForceForBoth = phrase<[string, number]>({
  en: (about, number) =>
    `You agreed for both teams, as the other one has no team lead at the moment: ${about}, version ${number}. It holds from today.`,
  nl: (about, number) =>
    `Je gaf akkoord voor beide teams, omdat het andere nu geen teamlead heeft: ${about}, versie ${number}. Dit geldt vanaf vandaag.`,
})
/** @param about in a sentence */
export const agreedNow = phrase<[string]>({
  en: (about) => `You agree: ${about}.`,
  nl: (about) => `Je bent akkoord: ${about}.`,
})
export const nowProposed = phrase({
  en: 'It is proposed. Whoever has to agree finds it in their own messages.',
  nl: 'Het is voorgesteld. Wie akkoord moet geven, vindt het in de eigen berichten.',
})
/** @param name escaped @param at in words */
export const withdrawnBefore = phrase<[string, string]>({
  en: (name, at) => `${name} withdrew this proposal on ${at}.`,
  nl: (name, at) => `${name} heeft dit voorstel ingetrokken op ${at}.`,
})
/** @param name escaped @param at in words */
export const replacedBefore = phrase<[string, string]>({
  en: (name, at) => `${name} proposed another text on ${at}. This is how it stands now.`,
  nl: (name, at) => `${name} heeft op ${at} een andere tekst voorgesteld. Zo staat het er nu voor.`,
})
export const stillWaits = phrase({ en: 'Waits for agreement.', nl: 'Wacht op akkoord.' })
/** @param at in words */
export const heldFrom = phrase<[string]>({ en: (at) => `Holds from ${at}.`, nl: (at) => `Geldt vanaf ${at}.` })
/** @param name escaped @param at in words */
export const replacedOn = phrase<[string, string]>({
  en: (name, at) => `${name} proposed another text in its place on ${at}.`,
  nl: (name, at) => `${name} heeft op ${at} een andere tekst voorgesteld.`,
})
/** @param at in words */
export const inForceBefore = phrase<[number, string]>({
  en: (number, at) => `Both teams agreed to this on ${at}: it is version ${number}.`,
  nl: (number, at) => `Beide teams zijn hier op ${at} mee akkoord gegaan: het is versie ${number}.`,
})
export const agreedBefore = phrase({
  en: 'Your team has agreed to this already.',
  nl: 'Jouw team heeft hier al akkoord op gegeven.',
})
export const gone = phrase({
  en: 'This agreement is no longer there. See `/rondo agreements` for those that are.',
  nl: 'Deze werkafspraak bestaat niet meer. Met `/rondo afspraken` zie je welke er wel zijn.',
})
/** @param about in a sentence */
export const nowWithdrawn = phrase<[string]>({
  en: (about) => `The proposal is withdrawn: ${about}. It stays in the history.`,
  nl: (about) => `Het voorstel is ingetrokken: ${about}. Het blijft in de geschiedenis staan.`,
})
/** @param name of who proposed it, escaped @param names of who may, escaped */
export const notYoursToWithdraw = phrase<[string, string[]]>({
  en: (name, names) => `Only ${orInWords([name, ...names], 'en')} can withdraw this. You can suggest a change.`,
  nl: (name, names) =>
    `Alleen ${orInWords([name, ...names], 'nl')} kan dit intrekken. Je kunt wel iets anders voorstellen.`,
})
/** @param names of who may, escaped */
export const leadersAgree = phrase<[string[]]>({
  en: (names) =>
    names.length > 0
      ? `Agreeing is for the team leads, and for their deputies while they are away: ${orInWords(names, 'en')}. You can suggest a change.`
      : 'Agreeing is for the team leads, and there are none. Choose them with `/rondo setup`.',
  nl: (names) =>
    names.length > 0
      ? `Akkoord geven is aan de teamleads, en aan hun vervangers als ze er niet zijn: ${orInWords(names, 'nl')}. Je kunt wel iets anders voorstellen.`
      : 'Akkoord geven is aan de teamleads, en die zijn er niet. Kies ze met `/rondo instellen`.',
})
/** @param about in a sentence @param review in words */
export const renewed = phrase<[string, string]>({
  en: (about, review) => `Good to know: ${about} still holds for both teams. I will ask again on ${review}.`,
  nl: (about, review) => `Goed om te weten: voor beide teams klopt dit nog: ${about}. Ik vraag het weer op ${review}.`,
})
/** @param about in a sentence */
export const renewedByYou = phrase<[string]>({
  en: (about) => `Noted for your team: ${about}. The other team is asked too.`,
  nl: (about) => `Genoteerd voor jouw team: ${about}. Het andere team krijgt dezelfde vraag.`,
})
export const notUpForReview = phrase({
  en: 'This is not up for review any more: it was renewed, or a change is proposed. See `/rondo agreements`.',
  nl: 'Dit hoeft niet meer bekeken te worden: het is verlengd, of er is een wijziging voorgesteld. Zie `/rondo afspraken`.',
})

/** @param about in a sentence @param name escaped */
export const nudge = phrase<[string, string]>({
  en: (about, name) => `*Agree?* ${name} proposes ${about}`,
  nl: (about, name) => `*Akkoord?* ${name} stelt voor: ${about}`,
})
/** @param about in a sentence @param name escaped */
export const nudgeChange = phrase<[string, string]>({
  en: (about, name) => `*Agree?* ${name} proposes a change: ${about}`,
  nl: (about, name) => `*Akkoord?* ${name} stelt een wijziging voor: ${about}`,
})
/** @param about in a sentence */
export const reviewNudge = phrase<[string, number]>({
  en: (about, number) => `*Still right?* ${capital(about)}, version ${number}`,
  nl: (about, number) => `*Klopt het nog?* ${capital(about)}, versie ${number}`,
})
/** @param since in words */
export const reviewDetail = phrase<[string]>({
  en: (since) => `You agreed on it on ${since}. If it no longer fits, propose what would.`,
  nl: (since) => `Afgesproken op ${since}. Past het niet meer? Stel voor wat wel past.`,
})
/** In a channel. @param about in a sentence */
export const openTitle = phrase<[string]>({
  en: (about) => `*Proposed, not agreed yet:* ${about}`,
  nl: (about) => `*Voorgesteld, nog geen akkoord:* ${about}`,
})
/** @param since in words */
export const openSince = phrase<[string]>({ en: (since) => `since ${since}`, nl: (since) => `sinds ${since}` })
/** @param about in a sentence */
export const figure = phrase<[string, number]>({
  en: (about, number) => `Both teams agreed: ${about} (version ${number}).`,
  nl: (about, number) => `Beide teams zijn akkoord: ${about} (versie ${number}).`,
})

function orInWords(names: readonly string[], language: 'en' | 'nl'): string {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format([...new Set(names)])
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
