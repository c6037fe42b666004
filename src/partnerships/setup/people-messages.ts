import { type Language, listInWords, phrase } from '../../platform/i18n.ts'
import { sideName } from '../messages.ts'
import type { Side } from '../partnership.ts'
import type { Role } from '../people/member.ts'
import type { SmallTeams } from '../small-team.ts'
import type { PeopleProblem } from './check.ts'

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
const noLead = phrase({ en: 'Choose a team lead.', nl: 'Kies een teamlead.' })
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
    case 'no team lead':
      return noLead(language)
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
