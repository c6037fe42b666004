const words = {
  en: { noAnswer: 'The playground does not answer. Is npm run demo still running?', loading: 'One moment …' },
  nl: { noAnswer: 'De speeltuin antwoordt niet. Draait npm run demo nog?', loading: 'Een ogenblik …' },
}

/** What is said where nobody knows yet who looks: in the browser's language. */
export function outsideWords(): (typeof words)['en'] {
  return navigator.language.startsWith('nl') ? words.nl : words.en
}
