import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/** Sales was at the table, marketing saw what came before it. */
export const winLossReview: Template = {
  name: phrase({ en: 'Win/loss review', nl: 'Gewonnen en verloren deals' }),
  about: phrase({
    en: 'Why deals were won and lost, in the words of the customer; every month.',
    nl: 'Waarom deals gewonnen en verloren werden, in de woorden van de klant; elke maand.',
  }),
  suggested: { kind: 'monthly' },
  answerHours: 16,
  questions: [
    ask({
      id: 'before',
      side: 'marketing',
      label: {
        en: 'What had the customers we won seen of us before they talked to sales?',
        nl: 'Wat hadden de klanten die we wonnen van ons gezien voordat ze sales spraken?',
      },
      hint: {
        en: 'Pages, events, mails; and what those we lost had seen.',
        nl: "Pagina's, events, mails; en wat hadden degenen gezien die we verloren?",
      },
    }),
    ask({
      id: 'rivals',
      side: 'marketing',
      label: {
        en: 'What did competitors say or do this month?',
        nl: 'Wat zeiden of deden concurrenten deze maand?',
      },
      hint: {
        en: 'A claim, a price, a campaign that sales will run into.',
        nl: 'Een belofte, een prijs, een campagne waar sales tegenaan gaat lopen.',
      },
    }),
    ask({
      id: 'won',
      side: 'sales',
      label: {
        en: 'Which deal did we win, and what tipped the balance?',
        nl: 'Welke deal wonnen we, en wat gaf de doorslag?',
      },
      hint: {
        en: 'As the customer would tell a colleague.',
        nl: 'Zoals de klant het aan een collega zou vertellen.',
      },
    }),
    ask({
      id: 'lost',
      side: 'sales',
      label: {
        en: 'Which deal did we lose, to whom, and when did you feel it go?',
        nl: 'Welke deal verloren we, aan wie, en wanneer voelde je dat het misging?',
      },
      hint: {
        en: 'Nobody is to blame. What would have helped at that moment?',
        nl: 'Niemand krijgt de schuld. Wat had op dat moment geholpen?',
      },
    }),
    ask({
      id: 'reason',
      side: 'sales',
      kind: 'choice',
      label: {
        en: 'Why did you lose most often this month?',
        nl: 'Waardoor verloor je deze maand het vaakst?',
      },
      hint: {
        en: 'The real reason, not the polite one.',
        nl: 'De echte reden, niet de beleefde.',
      },
      choices: [
        { id: 'nothing', label: { en: 'The customer decided nothing', nl: 'De klant besloot niets' } },
        { id: 'rival', label: { en: 'A competitor suited better', nl: 'Een concurrent paste beter' } },
        { id: 'price', label: { en: 'The price', nl: 'De prijs' } },
        {
          id: 'budget',
          label: { en: 'No budget or not the right moment', nl: 'Geen budget of niet het goede moment' },
        },
        { id: 'product', label: { en: 'Something our product lacks', nl: 'Iets wat ons product mist' } },
        { id: 'fit', label: { en: 'It was no customer for us', nl: 'Het was geen klant voor ons' } },
        { id: 'none', label: { en: 'I lost nothing', nl: 'Ik verloor niets' } },
      ],
    }),
    ask({
      id: 'lesson',
      side: 'both',
      label: {
        en: 'What should we say or show differently in the next deal?',
        nl: 'Wat moeten we in de volgende deal anders zeggen of laten zien?',
      },
      hint: {
        en: 'One sentence you would try tomorrow.',
        nl: 'Eén zin die je morgen zou proberen.',
      },
    }),
  ],
}
