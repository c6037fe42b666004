/** What people are told when the world cannot be moved as they ask. */
import { phrase } from '../../platform/i18n.ts'

export const preparing = phrase({
  en: 'The playground is getting ready. It takes a moment.',
  nl: 'De speeltuin wordt klaargezet. Het duurt even.',
})

export const telling = phrase({
  en: 'The story of the two teams is still being told. It takes a few seconds.',
  nl: 'Het verhaal van de twee teams wordt nog verteld. Het duurt een paar tellen.',
})

export const travelling = phrase({
  en: 'You are on your way through time already. Wait until that journey is over.',
  nl: 'Je bent al op reis door de tijd. Wacht tot die reis voorbij is.',
})

export const brokenOff = phrase({
  en: 'The journey was broken off: somebody started over.',
  nl: 'De reis is afgebroken: iemand is opnieuw begonnen.',
})

export const onlyLater = phrase({
  en: 'Time only goes forward here. Choose a moment that is still to come.',
  nl: 'De tijd gaat hier alleen vooruit. Kies een moment dat nog moet komen.',
})

export const tooFar = phrase({
  en: 'That is more than a year ahead. Go there in smaller steps.',
  nl: 'Dat is meer dan een jaar verder. Ga er in kleinere stappen heen.',
})

export const noMorning = phrase({
  en: 'Nobody has working days yet. Set two teams up first: type /rondo setup in a channel.',
  nl: 'Nog niemand heeft werkdagen. Zet eerst twee teams op: typ /rondo setup in een kanaal.',
})

export const noOccurrence = phrase({
  en: 'No check-in is planned yet. Set two teams up first: type /rondo setup in a channel.',
  nl: 'Er staat nog geen check-in gepland. Zet eerst twee teams op: typ /rondo setup in een kanaal.',
})
