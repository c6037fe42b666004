import type { Language } from '../reading.ts'

const dutch: [english: string, dutch: string][] = [
  ['This app responded with an error.', 'Deze app reageerde met een fout.'],
  ['We had some trouble connecting. Try again?', 'Er ging iets mis met de verbinding. Nog eens proberen?'],
  ["The app didn't respond. Try again?", 'De app reageerde niet. Nog eens proberen?'],
]

/** What Slack tells the person when the app failed, in their language where it is one of the stand-in's own sentences. */
export function troubleIn(language: Language, trouble: string): string {
  if (language === 'en') return trouble
  const known = dutch.find(([english]) => trouble.startsWith(english))
  if (known) return known[1] + trouble.slice(known[0].length)
  return trouble.replace(/^(\S+) failed with the error "(.*)"$/, '$1 is mislukt met de fout "$2"')
}
