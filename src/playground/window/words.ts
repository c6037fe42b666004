/** What the page's server says itself, in the language of whoever looks. */
export interface Words {
  gone: string
  cannotFill: string
  impossible: string
}

const en: Words = {
  gone: 'That is not there any more.',
  cannotFill: 'That cannot be filled in.',
  impossible: 'The page asked for something that cannot be. Load it anew; if that does not help, it is a bug.',
}

const nl: Words = {
  gone: 'Dat staat er niet meer.',
  cannotFill: 'Dat kun je hier niet invullen.',
  impossible: 'De pagina vroeg iets wat niet kan. Laad haar opnieuw; helpt dat niet, dan is het een fout.',
}

/** @param locale Slack's form: `nl-NL` */
export function wordsFor(locale: string): Words {
  return locale.startsWith('nl') ? nl : en
}
