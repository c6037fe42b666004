import { dateInWords, type Language, listInWords, phrase } from '../../platform/i18n.ts'
import { sideName } from '../messages.ts'
import type { DayOff, Side } from '../partnership.ts'
import type { Role } from '../people/member.ts'
import type { SmallTeams } from '../small-team.ts'
import type { HoursProblem, PeopleProblem } from './check.ts'

export const usage = phrase({ en: 'new', nl: 'nieuw' })
export const help = phrase({
  en: 'set up a cooperation between marketing and sales, or change it',
  nl: 'een samenwerking tussen marketing en sales opzetten of aanpassen',
})

// The frame of the windows.

export const titles = {
  channels: phrase({ en: 'Set-up: channels (1/3)', nl: 'Opzet: kanalen (1/3)' }),
  people: phrase({ en: 'Set-up: people (2/3)', nl: 'Opzet: mensen (2/3)' }),
  hours: phrase({ en: 'Set-up: hours (3/3)', nl: 'Opzet: werktijden (3/3)' }),
  done: phrase({ en: 'Done', nl: 'Klaar' }),
  stopped: phrase({ en: 'Not saved yet', nl: 'Nog niet opgeslagen' }),
} as const

export const next = phrase({ en: 'Next', nl: 'Volgende' })
export const finish = phrase({ en: 'Finish', nl: 'Afronden' })
export const back = phrase({ en: 'Back', nl: 'Terug' })
export const cancel = phrase({ en: 'Cancel', nl: 'Annuleren' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })

// Step 1.

export const intro = phrase({
  en: 'Two teams, one rhythm. It takes three short steps; you can stop at any time and go on later.',
  nl: 'Twee teams, één ritme. Het zijn drie korte stappen; je kunt stoppen wanneer je wilt en later verdergaan.',
})
export const secondCooperation = phrase({
  en: 'You’re changing an existing cooperation. To set up another one, type `/rondo setup new`.',
  nl: 'Je past een bestaande samenwerking aan. Een andere opzetten? Typ `/rondo instellen nieuw`.',
})
export const nameLabel = phrase({ en: 'What do you call this cooperation?', nl: 'Hoe noem je deze samenwerking?' })
export const nameExample = phrase({ en: 'For example: Benelux', nl: 'Bijvoorbeeld: Benelux' })
export const channelLabels = {
  marketing: phrase({ en: 'Marketing’s channel', nl: 'Kanaal van marketing' }),
  sales: phrase({ en: 'Sales’ channel', nl: 'Kanaal van sales' }),
  shared: phrase({ en: 'Shared channel', nl: 'Gedeeld kanaal' }),
} as const
export const sharedHint = phrase({
  en: 'Check-ins and their summaries go here. It may be one of the two channels above.',
  nl: 'Hier komen de check-ins en hun samenvatting. Dit mag een van de twee kanalen hierboven zijn.',
})

export const nameMissing = phrase({ en: 'Give it a name.', nl: 'Geef een naam op.' })
export const channelMissing = phrase({ en: 'Choose a channel.', nl: 'Kies een kanaal.' })
export const channelProblems = {
  unseen: phrase({
    en: 'I can’t get into this channel. Type /invite @Rondo in it, then press Next again.',
    nl: 'Ik kan niet in dit kanaal. Typ daar /invite @Rondo en klik dan weer op Volgende.',
  }),
  archived: phrase({
    en: 'This channel is archived. Choose another one, or unarchive it first.',
    nl: 'Dit kanaal is gearchiveerd. Kies een ander kanaal, of haal het eerst uit het archief.',
  }),
  'no channel': phrase({
    en: 'This is a direct message. Choose a channel.',
    nl: 'Dit is een privébericht. Kies een kanaal.',
  }),
  'no answer': phrase({
    en: 'Slack did not answer. Press Next again.',
    nl: 'Slack gaf geen antwoord. Klik nog eens op Volgende.',
  }),
} as const
export const oneForAll = phrase({
  en: 'One channel can serve as two, but not as all three. Choose another one here.',
  nl: 'Eén kanaal kan voor twee dienen, maar niet voor alle drie. Kies hier een ander kanaal.',
})
/** @param who names of those who can change it */
export const twin = phrase({
  en: (name: string, who: string[]) =>
    `These three channels already belong to “${name}”.${who.length > 0 ? ` It can be changed by ${listInWords(who, 'en')}.` : ''} Choose at least one other channel.`,
  nl: (name, who) =>
    `Deze drie kanalen horen al bij “${name}”.${who.length > 0 ? ` Dat kan worden aangepast door ${listInWords(who, 'nl')}.` : ''} Kies ten minste één ander kanaal.`,
})

// Step 2.

export const fetchingPeople = phrase({
  en: 'Looking up who is in the two channels … This takes a few seconds.',
  nl: 'Ik kijk wie er in de twee kanalen zitten … Dat duurt een paar tellen.',
})
export const peopleUnknown = phrase({
  en: 'Slack did not answer, so I couldn’t look up who is in the channels. Choose the people yourself.',
  nl: 'Slack gaf geen antwoord, dus ik kon niet zien wie er in de kanalen zitten. Kies de mensen zelf.',
})
export const peopleIntro = phrase({
  en: 'These people will be asked, each for their own team. Guests and bots are left out; add a guest yourself if they belong.',
  nl: 'Deze mensen doen mee, ieder voor het eigen team. Gasten en bots zijn weggelaten; hoort een gast erbij, voeg die dan zelf toe.',
})
/** @param who mentions */
export const inBoth = phrase({
  en: (who: string[]) => `In both channels, so choose a team for them: ${listInWords(who, 'en')}.`,
  nl: (who) => `Zitten in beide kanalen, dus kies zelf hun team: ${listInWords(who, 'nl')}.`,
})
export const tooManyMembers = phrase({
  en: (channel: string) =>
    `${channel} has more than 100 people, so I chose nobody. Choose those who belong to the team.`,
  nl: (channel) => `In ${channel} zitten meer dan 100 mensen, dus ik heb niemand gekozen. Kies wie bij het team hoort.`,
})
export const someUnknown = phrase({
  en: (count: number) =>
    count === 1
      ? 'Slack told me nothing about one person in the channels. Check whether somebody is missing.'
      : `Slack told me nothing about ${count} people in the channels. Check whether somebody is missing.`,
  nl: (count) =>
    count === 1
      ? 'Over één persoon in de kanalen kreeg ik niets van Slack te horen. Kijk of er iemand ontbreekt.'
      : `Over ${count} mensen in de kanalen kreeg ik niets van Slack te horen. Kijk of er iemand ontbreekt.`,
})
/** @param channels links */
export const sharedOutside = phrase({
  en: (channels: string[]) =>
    `:warning: People from another organisation can read along in ${listInWords(channels, 'en')}. They aren’t asked anything, and pulse results are never posted there.`,
  nl: (channels) =>
    `:warning: In ${listInWords(channels, 'nl')} kunnen mensen van een andere organisatie meelezen. Zij krijgen geen vragen, en resultaten van de pulsemeting komen daar nooit.`,
})

export const peopleLabel = phrase({
  en: (side: Side) => `People in ${sideName(side, 'en')}`,
  nl: (side) => `Mensen van ${sideName(side, 'nl')}`,
})
const roleLabels: Record<Role, ReturnType<typeof phrase<[]>>> = {
  team_lead: phrase({ en: 'Team lead', nl: 'Teamlead' }),
  deputy: phrase({ en: 'Deputy', nl: 'Vervanger' }),
  contact_person: phrase({ en: 'Contact person', nl: 'Vast aanspreekpunt' }),
}
export const roleLabel = (role: Role, side: Side, language: Language): string =>
  `${roleLabels[role](language)} (${sideName(side, language)})`
export const deputyHint = phrase({
  en: 'Decides when the team lead is away.',
  nl: 'Beslist als de teamlead er niet is.',
})
export const contactHint = phrase({
  en: 'The first person the other team turns to.',
  nl: 'Bij wie het andere team als eerste terechtkan.',
})

const nobody = phrase({
  en: (side: Side) => `Choose at least one person in ${sideName(side, 'en')}.`,
  nl: (side) => `Kies ten minste één persoon van ${sideName(side, 'nl')}.`,
})
const onBothSides = phrase({
  en: (who: string[]) => `In both teams: ${listInWords(who, 'en')}. Everybody counts for one team.`,
  nl: (who) => `In beide teams: ${listInWords(who, 'nl')}. Iedereen telt voor één team mee.`,
})
const isBot = phrase({
  en: (who: string[]) => `${listInWords(who, 'en')}: a bot can’t take part. Take it off the list.`,
  nl: (who) => `${listInWords(who, 'nl')}: een bot kan niet meedoen. Haal die van de lijst.`,
})
const gone = phrase({
  en: (who: string[]) => `No longer active in Slack: ${listInWords(who, 'en')}. Take them off the list.`,
  nl: (who) => `Niet meer actief in Slack: ${listInWords(who, 'nl')}. Haal ze van de lijst.`,
})
const unknown = phrase({
  en: (who: string[]) => `Slack doesn’t show me who this is: ${listInWords(who, 'en')}. Take them off the list.`,
  nl: (who) => `Slack laat me niet zien wie dit is: ${listInWords(who, 'nl')}. Haal ze van de lijst.`,
})
const notOnThisSide = phrase({
  en: (name: string, side: Side) =>
    `${name} isn’t in ${sideName(side, 'en')}. Add them to the people above, or choose somebody else.`,
  nl: (name, side) =>
    `${name} zit niet bij ${sideName(side, 'nl')}. Zet die naam bij de mensen hierboven, of kies iemand anders.`,
})
const isTheTeamLead = phrase({
  en: (name: string) => `${name} is the team lead already. Choose somebody else, or leave this empty.`,
  nl: (name) => `${name} is al teamlead. Kies iemand anders, of laat dit leeg.`,
})

/** What is wrong with the people, in the words for under the field. */
export function peopleProblem(problem: PeopleProblem, language: Language): string {
  switch (problem.kind) {
    case 'nobody':
      return nobody(language, problem.side)
    case 'on both sides':
      return onBothSides(language, problem.names)
    case 'bot':
      return isBot(language, problem.names)
    case 'gone':
      return gone(language, problem.names)
    case 'unknown':
      return unknown(language, problem.names)
    case 'not on this side':
      return notOnThisSide(language, problem.name, problem.side)
    case 'is the team lead':
      return isTheTeamLead(language, problem.name)
  }
}

export const leadMissing = phrase({ en: 'Choose a team lead.', nl: 'Kies een teamlead.' })

// Small teams. The pulse is off at the start, so it says what it is.

const combinedOnly = phrase({
  en: (small: Side[], counts: Record<Side, number>) =>
    `:information_source: ${sizes(small, counts, 'en')}. If you ever turn on the pulse (a short, confidential survey about the cooperation), it will show only the combined result: with fewer than five answers from a team, somebody could be recognised. Everything else works for teams of any size.`,
  nl: (small, counts) =>
    `:information_source: ${sizes(small, counts, 'nl')}. Zetten jullie ooit de pulsemeting aan (een korte, vertrouwelijke vragenlijst over de samenwerking), dan laat die alleen het gezamenlijke resultaat zien: bij minder dan vijf antwoorden uit een team zou iemand herkenbaar zijn. Al het andere werkt voor teams van elke grootte.`,
})
const noPulse = phrase({
  en: (together: number) =>
    `:information_source: You’re ${together} people together. The pulse (a short, confidential survey about the cooperation) needs at least five answers, so you can’t use it yet. Everything else works for teams of any size.`,
  nl: (together) =>
    `:information_source: Jullie zijn samen met ${together}. De pulsemeting (een korte, vertrouwelijke vragenlijst over de samenwerking) heeft minstens vijf antwoorden nodig, dus die kan nog niet. Al het andere werkt voor teams van elke grootte.`,
})

function sizes(small: readonly Side[], counts: Record<Side, number>, language: Language): string {
  const people = phrase({
    en: (side: Side, count: number) => `${sideName(side, 'en')} has ${count === 1 ? '1 person' : `${count} people`}`,
    nl: (side, count) => `${sideName(side, 'nl')} telt ${count === 1 ? '1 persoon' : `${count} mensen`}`,
  })
  return listInWords(
    small.map((side) => people(language, side, counts[side])),
    language,
  )
}

/** What the pulse will not show to teams of this size; undefined where it shows everything. */
export function smallTeams(teams: SmallTeams, counts: Record<Side, number>, language: Language): string | undefined {
  if (teams.pulse === 'per team') return undefined
  if (teams.pulse === 'none') return noPulse(language, counts.marketing + counts.sales)
  return combinedOnly(language, teams.small, counts)
}

// Step 3.

export const languageLabel = phrase({ en: 'Language of the channels', nl: 'Taal van de kanalen' })
export const languageHint = phrase({
  en: 'What I say to a person is in their own language.',
  nl: 'Wat ik tegen iemand persoonlijk zeg, is in diens eigen taal.',
})
export const languageNames: Record<Language, string> = { en: 'English', nl: 'Nederlands' }
export const zoneLabel = phrase({ en: 'Time zone', nl: 'Tijdzone' })
export const zoneExample = phrase({ en: 'Type a city: Amsterdam', nl: 'Typ een stad: Amsterdam' })
export const daysLabel = phrase({ en: 'Working days', nl: 'Werkdagen' })
export const startLabel = phrase({ en: 'The day starts at', nl: 'De dag begint om' })
export const endLabel = phrase({ en: 'The day ends at', nl: 'De dag eindigt om' })
export const countryLabel = phrase({ en: 'Public holidays of', nl: 'Feestdagen van' })
export const noCountry = phrase({ en: 'None', nl: 'Geen' })
export const daysOffLabel = phrase({ en: 'Own days off', nl: 'Eigen vrije dagen' })
export const daysOffHint = phrase({
  en: 'One date per line, with a name if you like: 24 dec Christmas Eve. Regional holidays belong here too.',
  nl: 'Eén datum per regel, met een naam als je wilt: 24 dec Kerstavond. Regionale feestdagen horen hier ook.',
})

export const daysMissing = phrase({ en: 'Choose at least one working day.', nl: 'Kies ten minste één werkdag.' })
export const hoursProblems: Record<HoursProblem, ReturnType<typeof phrase<[]>>> = {
  'ends before it starts': phrase({
    en: 'The day must end later than it starts.',
    nl: 'De dag moet later eindigen dan hij begint.',
  }),
  'no such zone': phrase({
    en: 'I don’t know this time zone. Type a city and choose from the list.',
    nl: 'Deze tijdzone ken ik niet. Typ een stad en kies uit de lijst.',
  }),
  'no working day left': phrase({
    en: 'With these days off there would be no working day for months.',
    nl: 'Met deze vrije dagen blijft er maandenlang geen werkdag over.',
  }),
}
export const daysOffUnreadable = phrase({
  en: (line: string) => `I don’t see a date in “${line}”. Start the line with one: 24 dec, or 2027-05-05.`,
  nl: (line) => `Ik herken geen datum in “${line}”. Begin de regel met een datum: 24 dec, of 2027-05-05.`,
})
export const daysOffTooMany = phrase({
  en: 'These are more days than fit here. Leave out those that are over.',
  nl: 'Dit zijn meer dagen dan er passen. Laat de dagen weg die al geweest zijn.',
})

// The end.

/** @param name escaped */
export const created = phrase({
  en: (name: string) => `:white_check_mark: *${name}* is set up.`,
  nl: (name) => `:white_check_mark: *${name}* staat klaar.`,
})
/** @param name escaped */
export const changed = phrase({
  en: (name: string) => `:white_check_mark: The changes to *${name}* are saved.`,
  nl: (name) => `:white_check_mark: De wijzigingen van *${name}* zijn opgeslagen.`,
})
/** @param lead a mention */
export const team = phrase({
  en: (side: Side, count: number, lead: string | undefined) =>
    `*${sideName(side, 'en')}*: ${count === 1 ? '1 person' : `${count} people`}${lead ? `, team lead ${lead}` : ''}`,
  nl: (side, count, lead) =>
    `*${sideName(side, 'nl')}*: ${count === 1 ? '1 persoon' : `${count} mensen`}${lead ? `, teamlead ${lead}` : ''}`,
})
export const nextDaysOff = phrase({
  en: (days: DayOff[]) =>
    `Next days off: ${listInWords(
      days.map((one) => dayOff(one, 'en')),
      'en',
    )}.`,
  nl: (days) =>
    `Eerstvolgende vrije dagen: ${listInWords(
      days.map((one) => dayOff(one, 'nl')),
      'nl',
    )}.`,
})
export const changeLater = phrase({
  en: 'You can change all of this with `/rondo setup`.',
  nl: 'Dit alles kun je aanpassen met `/rondo instellen`.',
})

function dayOff({ date, name }: DayOff, language: Language): string {
  const day = dateInWords(date, language)
  return name ? `${day} (${name})` : day
}

export const stepsMissing = phrase({
  en: 'I no longer have what you filled in, perhaps because you finished it in another window. Close this and type `/rondo setup` to see how it stands.',
  nl: 'Ik heb niet meer wat je had ingevuld, misschien omdat je het in een ander venster hebt afgerond. Sluit dit en typ `/rondo instellen` om te zien hoe het ervoor staat.',
})
/** @param problems as they would stand under the fields */
export const peopleChanged = phrase({
  en: (problems: string[]) => `Something changed meanwhile: ${problems.join(' ')} Press Back, mend it and press Next.`,
  nl: (problems) =>
    `Er is intussen iets veranderd: ${problems.join(' ')} Klik op Terug, pas het aan en klik op Volgende.`,
})

// Choosing what to set up.

export const which = phrase({ en: 'What do you want to change?', nl: 'Wat wil je aanpassen?' })
export const newCooperation = phrase({ en: 'New cooperation', nl: 'Nieuwe samenwerking' })
export const orNew = phrase({
  en: 'You can also set up a cooperation between two other teams.',
  nl: 'Je kunt ook een samenwerking tussen twee andere teams opzetten.',
})
