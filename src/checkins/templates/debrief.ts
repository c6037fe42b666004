import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/** Marketing knows the plan and the reach, sales the conversations afterwards: only together they know what it brought. */
export const debrief: Template = {
  name: phrase({ en: 'Campaign or event debrief', nl: 'Terugblik campagne of event' }),
  about: phrase({
    en: 'What a campaign or event brought and what to do differently next time; once, about two weeks after it.',
    nl: "Wat een campagne of event opleverde en wat de volgende keer anders moet; eenmalig, zo'n twee weken erna.",
  }),
  suggested: { kind: 'once' },
  answerHours: 16,
  questions: [
    ask({
      id: 'aim',
      side: 'marketing',
      label: {
        en: 'What was it meant to bring, and what did it bring?',
        nl: 'Wat moest het opleveren, en wat leverde het op?',
      },
      hint: {
        en: 'The two or three numbers that count, also where they disappoint.',
        nl: 'De twee of drie cijfers die tellen, ook als ze tegenvallen.',
      },
    }),
    ask({
      id: 'reached',
      side: 'marketing',
      label: {
        en: 'Who responded whom you had not expected, and who stayed away?',
        nl: 'Wie reageerde er van wie je het niet verwachtte, en wie bleef weg?',
      },
      hint: {
        en: 'Kinds of companies or roles, with one example.',
        nl: 'Soorten bedrijven of functies, met één voorbeeld.',
      },
    }),
    ask({
      id: 'conversations',
      side: 'sales',
      kind: 'number',
      label: {
        en: 'How many conversations did you have because of it?',
        nl: 'Hoeveel gesprekken had je dankzij deze campagne of dit event?',
      },
      hint: {
        en: 'Roughly is fine; 0 is an answer too.',
        nl: 'Ongeveer is goed; 0 is ook een antwoord.',
      },
    }),
    ask({
      id: 'worth',
      side: 'sales',
      kind: 'choice',
      label: {
        en: 'How many of the leads it brought were worth your time?',
        nl: 'Hoeveel van de leads die het opleverde waren je tijd waard?',
      },
      hint: {
        en: 'Your own impression so far.',
        nl: 'Je eigen indruk tot nu toe.',
      },
      choices: [
        { id: 'most', label: { en: 'Most of them', nl: 'De meeste' } },
        { id: 'half', label: { en: 'About half', nl: 'Ongeveer de helft' } },
        { id: 'few', label: { en: 'A few', nl: 'Een paar' } },
        { id: 'none', label: { en: 'None', nl: 'Geen' } },
        { id: 'unknown', label: { en: 'I cannot tell yet', nl: 'Kan ik nog niet zeggen' } },
      ],
    }),
    ask({
      id: 'said',
      side: 'sales',
      label: {
        en: 'What did people say to you about it?',
        nl: 'Wat zeiden mensen er tegen jou over?',
      },
      hint: {
        en: 'What stuck with them, what they had misunderstood, what they asked next.',
        nl: 'Wat bleef hangen, wat hadden ze verkeerd begrepen, wat vroegen ze daarna?',
      },
    }),
    ask({
      id: 'again',
      side: 'both',
      label: {
        en: 'What should we do the same next time, and what differently?',
        nl: 'Wat doen we de volgende keer weer zo, en wat anders?',
      },
      hint: {
        en: 'One of each. Think of the hand-off between the two teams too.',
        nl: 'Van beide één. Denk ook aan de overdracht tussen de twee teams.',
      },
    }),
  ],
}
