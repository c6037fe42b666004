import { phrase } from '../../platform/i18n.ts'

export const needed = phrase({
  en: 'This one needs an answer. A few words will do.',
  nl: 'Deze vraag heeft een antwoord nodig. Een paar woorden is genoeg.',
})
export const notAChoice = phrase({
  en: 'Choose one of the answers in the list.',
  nl: 'Kies een van de antwoorden in de lijst.',
})
export const notANumber = phrase({
  en: 'Fill in a number with at most two decimals, such as 1,250.50.',
  nl: 'Vul een getal in met hoogstens twee cijfers achter de komma, zoals 1.250,50.',
})
/** @param most characters */
export const tooLong = phrase<[number]>({
  en: (most) => `This is too long: at most ${most} characters fit.`,
  nl: (most) => `Dit is te lang: er passen hoogstens ${most} tekens in.`,
})
export const nothingAsked = phrase({
  en: 'This check-in has no questions for you, so there is nothing to fill in. The summary comes in the thread.',
  nl: 'Deze check-in heeft geen vragen voor jou, dus je hoeft niets in te vullen. De samenvatting komt in de thread.',
})
export const readingAlong = phrase({
  en: 'You read along in this check-in, so nothing is asked of you. A team lead can change that with `/rondo checkin`.',
  nl: 'Je leest mee met deze check-in, dus er wordt je niets gevraagd. Een teamlead kan dat veranderen met `/rondo checkin`.',
})
/** Of a form that was opened before that. Under an input: plain text. */
export const otherQuestions = phrase({
  en: 'Meanwhile you are asked other questions than these. Copy what you wrote, close this window and choose Answer again.',
  nl: 'Intussen krijg je andere vragen dan deze. Kopieer wat je schreef, sluit dit venster en kies opnieuw Antwoorden.',
})
