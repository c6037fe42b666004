import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/** What conversations ask for, beside what can be made. */
export const contentPlanning: Template = {
  name: phrase({ en: 'Content planning', nl: 'Contentplanning' }),
  about: phrase({
    en: 'What sales lacks in conversations beside what marketing can make; every month.',
    nl: 'Wat sales mist in gesprekken naast wat marketing kan maken; elke maand.',
  }),
  suggested: { kind: 'monthly' },
  answerHours: 16,
  questions: [
    ask({
      id: 'making',
      side: 'marketing',
      label: {
        en: 'What are you making, and for which conversation?',
        nl: 'Wat ben je aan het maken, en voor welk gesprek?',
      },
      hint: {
        en: 'Subject, for whom, and when it is ready.',
        nl: 'Onderwerp, voor wie, en wanneer het klaar is.',
      },
      prefill: 'last answer',
    }),
    ask({
      id: 'unused',
      side: 'marketing',
      label: {
        en: 'Which piece do people find, and which does nobody look at?',
        nl: 'Welk stuk wordt gevonden, en naar welk stuk kijkt niemand?',
      },
      hint: {
        en: 'One of each, with a link. Perhaps sales knows why.',
        nl: 'Van beide één, met een link. Misschien weet sales waarom.',
      },
    }),
    ask({
      id: 'room',
      side: 'marketing',
      kind: 'number',
      label: {
        en: 'How many new pieces do you have time for next month?',
        nl: 'Voor hoeveel nieuwe stukken heb je volgende maand tijd?',
      },
      hint: {
        en: 'You yourself, honestly: it keeps the list of wishes short.',
        nl: 'Jijzelf, eerlijk geschat: dat houdt de wensenlijst kort.',
      },
    }),
    ask({
      id: 'lacking',
      side: 'sales',
      label: {
        en: 'Which question did you get for which you had nothing good to show?',
        nl: 'Welke vraag kreeg je waarvoor je niets goeds kon laten zien?',
      },
      hint: {
        en: 'The question as the customer asked it, and who asked.',
        nl: 'De vraag zoals de klant hem stelde, en wie hem stelde.',
      },
    }),
    ask({
      id: 'used',
      side: 'sales',
      label: {
        en: 'What did you send or show, and what did it do?',
        nl: 'Wat stuurde je of liet je zien, en wat deed het?',
      },
      hint: {
        en: 'Something you made yourself counts too: share it.',
        nl: 'Iets wat je zelf maakte telt ook: deel het.',
      },
    }),
    ask({
      id: 'voice',
      side: 'sales',
      kind: 'line',
      label: {
        en: 'Which customer might tell their story with us?',
        nl: 'Welke klant zou zijn verhaal met ons willen vertellen?',
      },
      hint: {
        en: '"Northwind: Eva is proud of how fast they went live."',
        nl: '"Northwind: Eva is trots op hoe snel ze live gingen."',
      },
    }),
    ask({
      id: 'one',
      side: 'both',
      kind: 'line',
      required: true,
      label: {
        en: 'If we made only one thing next month: what, and for whom?',
        nl: 'Als we volgende maand maar één ding maken: wat, en voor wie?',
      },
      hint: {
        en: '"One page that compares our prices, for buyers who have to defend us internally."',
        nl: '"Eén pagina die onze prijzen vergelijkt, voor inkopers die ons intern moeten verdedigen."',
      },
    }),
  ],
}
