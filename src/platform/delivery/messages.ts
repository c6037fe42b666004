import { phrase } from '../i18n.ts'

/** @param channel a link */
export const wouldStandIn = phrase<[string]>({
  en: (channel) => `_Pilot: this would stand in ${channel}._`,
  nl: (channel) => `_Pilot: dit zou in ${channel} staan._`,
})

/** @param name escaped */
export const wouldGoTo = phrase<[string]>({
  en: (name) => `_Pilot: this would go to ${name}._`,
  nl: (name) => `_Pilot: dit zou naar ${name} gaan._`,
})

/** @param channel a link @param when in words */
export const mayStand = phrase<[string, string]>({
  en: (channel, when) => `A message for ${channel} of ${when} may or may not be there`,
  nl: (channel, when) => `Een bericht voor ${channel} van ${when} staat er misschien wel, misschien niet`,
})

/** @param channel a link */
export const mayStandAdvice = phrase<[string]>({
  en: (channel) =>
    `Slack gave no clear answer, and I could not find out afterwards. Look into ${channel}: if it is there, let me look again. If you leave it, I count it as not posted.`,
  nl: (channel) =>
    `Slack gaf geen duidelijk antwoord en ik kon het daarna niet nagaan. Kijk in ${channel}: staat het er, laat me dan opnieuw kijken. Laat je het zitten, dan telt het voor mij als niet geplaatst.`,
})

/** @param channel a link @param when in words */
export const notTaken = phrase<[string, string]>({
  en: (channel, when) => `${channel} did not take a reply of ${when}`,
  nl: (channel, when) => `${channel} nam een antwoord van ${when} niet aan`,
})

/** @param channel a link */
export const notTakenAdvice = phrase<[string]>({
  en: (channel) => `Check that ${channel} is not archived and that I am in it.`,
  nl: (channel) => `Kijk of ${channel} niet gearchiveerd is en of ik erin zit.`,
})

export const choices = {
  look: phrase({ en: 'Look again', nl: 'Opnieuw kijken' }),
  again: phrase({ en: 'Post it', nl: 'Plaatsen' }),
  leave: phrase({ en: 'Leave it', nl: 'Laten zitten' }),
}

export const decided = {
  look: phrase({
    en: 'I look again. If it is there, all is well; if not, I post it.',
    nl: 'Ik kijk opnieuw. Staat het er, dan is het goed; zo niet, dan plaats ik het.',
  }),
  again: phrase({
    en: 'I post it now, if there is still a point in it.',
    nl: 'Ik plaats het nu, als het nog zin heeft.',
  }),
  leave: phrase({ en: 'I leave it as it is.', nl: 'Ik laat het zo.' }),
}

export const decidedBefore = phrase({
  en: 'Somebody has decided this already.',
  nl: 'Hier heeft al iemand over beslist.',
})
