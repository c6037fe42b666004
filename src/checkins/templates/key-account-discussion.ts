import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/** Three questions per account and side, of its owners; one question of everybody. Each owner knows another half of the customer. */
export const keyAccountDiscussion: Template = {
  name: phrase({ en: 'Key-account discussion', nl: 'Key-accountoverleg' }),
  about: phrase({
    en: 'The two owners of a key account put side by side what they know; every month, for customers both teams look after.',
    nl: 'De twee eigenaren van een key account leggen naast elkaar wat ze weten; elke maand, voor klanten van beide teams.',
  }),
  suggested: { kind: 'monthly' },
  answerHours: 16,
  questions: [
    ask({
      id: 'noticed',
      side: 'marketing',
      perAccount: true,
      label: {
        en: 'What changed in how this customer responds to us?',
        nl: 'Wat veranderde er in hoe deze klant op ons reageert?',
      },
      hint: {
        en: 'What they read, visited or signed up for, and names you had not seen before.',
        nl: 'Wat ze lazen, bezochten of aanvroegen, en namen die je nog niet kende.',
      },
    }),
    ask({
      id: 'public',
      side: 'marketing',
      perAccount: true,
      label: {
        en: 'What does this customer say outside our sales conversations?',
        nl: 'Wat zegt deze klant buiten onze verkoopgesprekken om?',
      },
      hint: {
        en: 'In news, posts, reviews, at an event: what are they proud of or worried about?',
        nl: 'In nieuws, posts, reviews, op een event: waar zijn ze trots op of bezorgd over?',
      },
    }),
    ask({
      id: 'changed',
      side: 'sales',
      perAccount: true,
      label: {
        en: 'What changed at this customer?',
        nl: 'Wat veranderde er bij deze klant?',
      },
      hint: {
        en: 'People, plans, budget, a competitor who came by. What does it mean for us?',
        nl: 'Mensen, plannen, budget, een concurrent die langskwam. Wat betekent dat voor ons?',
      },
    }),
    ask({
      id: 'says',
      side: 'sales',
      perAccount: true,
      label: {
        en: 'What does this customer say to you?',
        nl: 'Wat zegt deze klant tegen jou?',
      },
      hint: {
        en: 'A sentence in their own words is worth more than a summary.',
        nl: 'Eén zin in hun eigen woorden is meer waard dan een samenvatting.',
      },
    }),
    ask({
      id: 'next',
      side: 'both',
      perAccount: true,
      label: {
        en: "What is your side's next step for this customer, and by when?",
        nl: 'Wat is de volgende stap van jouw kant voor deze klant, en wanneer?',
      },
      hint: {
        en: 'One step with a name to it. If it takes the other side, say what you ask of them.',
        nl: 'Eén stap, met een naam erbij. Heb je de andere kant nodig, zeg dan wat je vraagt.',
      },
      prefill: 'last answer',
    }),
    ask({
      id: 'other',
      side: 'both',
      kind: 'line',
      label: {
        en: 'Which customer should we talk about next time, and why?',
        nl: 'Over welke klant moeten we het de volgende keer hebben, en waarom?',
      },
      hint: {
        en: '"Northwind: their new director asks everyone about delivery times."',
        nl: '"Northwind: hun nieuwe directeur vraagt iedereen naar levertijden."',
      },
    }),
  ],
}
