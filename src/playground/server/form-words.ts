const english = {
  required: 'Please complete this required field.',
  noEmail: 'Please enter a valid email address.',
  noUrl: 'Please enter a valid URL.',
  noNumber: 'Please enter a number.',
  noWholeNumber: 'Please enter a whole number.',
  tooShort: (min: number) => `Please enter at least ${min} characters.`,
  tooLong: (max: number) => `Please enter at most ${max} characters.`,
  tooLow: (min: string) => `Please enter at least ${min}.`,
  tooHigh: (max: string) => `Please enter at most ${max}.`,
}

/** What Slack says of a form that cannot go yet. */
export type FormWords = typeof english

const signs = (count: number) => (count === 1 ? '1 teken' : `${count} tekens`)
const comma = (number: string) => number.replace('.', ',')

const dutch: FormWords = {
  required: 'Vul dit verplichte veld in.',
  noEmail: 'Vul een geldig e-mailadres in.',
  noUrl: 'Vul een geldig webadres in.',
  noNumber: 'Vul een getal in.',
  noWholeNumber: 'Vul een heel getal in.',
  tooShort: (min) => `Vul minstens ${signs(min)} in.`,
  tooLong: (max) => `Vul hoogstens ${signs(max)} in.`,
  tooLow: (min) => `Vul minstens ${comma(min)} in.`,
  tooHigh: (max) => `Vul hoogstens ${comma(max)} in.`,
}

/** In the language of whoever fills it in: Dutch or English. */
export function wordsFor(locale: string): FormWords {
  return locale.startsWith('nl') ? dutch : english
}
