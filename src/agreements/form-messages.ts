/** What the form says to propose a text, and why it cannot be proposed as it is. */
import { phrase } from '../platform/i18n.ts'

export const propose = phrase({ en: 'Propose', nl: 'Voorstellen' })

export const leadTypeLabel = phrase({ en: 'For which type of lead?', nl: 'Voor welke soort lead?' })
export const leadTypeHint = phrase({
  en: 'As you speak of it among yourselves: demo request, download, event.',
  nl: 'Zoals jullie het onder elkaar noemen: demo-aanvraag, download, evenement.',
})
export const whyLabel = phrase({ en: 'Why this change?', nl: 'Waarom deze wijziging?' })
export const whyLabelFirst = phrase({ en: 'Anything to say with it?', nl: 'Wil je er iets bij zeggen?' })
export const whyHint = phrase({
  en: 'One sentence, for the team leads who are asked to agree.',
  nl: 'Eén zin, voor de teamleads die om akkoord wordt gevraagd.',
})
export const replaces = phrase({
  en: 'Your text takes the place of the proposal that waits now. That one stays in the history.',
  nl: 'Jouw tekst komt in de plaats van het voorstel dat nu wacht. Dat blijft in de geschiedenis staan.',
})
export const changedMeanwhile = phrase({
  en: 'The text has changed since you began: somebody else proposed something, or it was decided. What you wrote is still here. Send it once more to propose it all the same, or close this and read the other text first.',
  nl: 'De tekst is veranderd sinds je begon: iemand anders heeft iets voorgesteld, of er is besloten. Wat je schreef staat er nog. Verstuur het nog een keer om het toch voor te stellen, of sluit dit en lees eerst de andere tekst.',
})
export const nothingChanged = phrase({
  en: 'This says what it said already. Change something, or close this.',
  nl: 'Hier staat wat er al stond. Verander iets, of sluit dit.',
})
/** @param leadType as typed */
export const leadTypeTaken = phrase<[string]>({
  en: (leadType) => `There is already one for “${leadType}”. Close this and propose a change to that one.`,
  nl: (leadType) => `Er is er al een voor “${leadType}”. Sluit dit en stel daar een wijziging op voor.`,
})
export const tooManyLeadTypes = phrase<[number]>({
  en: (most) => `There are ${most} lead types already, as many as I can show. Propose a change to one of them.`,
  nl: (most) => `Er zijn al ${most} soorten leads, meer kan ik er niet tonen. Stel een wijziging voor op een daarvan.`,
})
export const sayWhy = phrase({ en: 'Say in a few words why.', nl: 'Zeg in een paar woorden waarom.' })
export const nameLeadType = phrase({ en: 'Name the type of lead.', nl: 'Noem de soort lead.' })
