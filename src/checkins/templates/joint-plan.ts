import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/** Marketing thinks in seasons, sales in the deals of the quarter: here they plan one quarter. */
export const jointPlan: Template = {
  name: phrase({ en: 'Quarterly joint plan', nl: 'Gezamenlijk kwartaalplan' }),
  about: phrase({
    en: 'What both teams go for next quarter and what each of them puts in; shortly before it begins.',
    nl: 'Waar beide teams komend kwartaal voor gaan en wat elk inbrengt; kort voordat het begint.',
  }),
  suggested: { kind: 'quarterly' },
  answerHours: 24,
  questions: [
    ask({
      id: 'fixed',
      side: 'marketing',
      label: {
        en: 'What is fixed for next quarter, and whom is it for?',
        nl: 'Wat staat er voor komend kwartaal vast, en voor wie is het?',
      },
      hint: {
        en: 'Campaigns, events, launches, with the date from which sales notices them.',
        nl: 'Campagnes, events, lanceringen, met de datum waarop sales er iets van merkt.',
      },
    }),
    ask({
      id: 'rising',
      side: 'marketing',
      label: {
        en: 'Where do you see interest growing that sales does not feel yet?',
        nl: 'Waar zie je belangstelling groeien die sales nog niet merkt?',
      },
      hint: {
        en: 'A subject, an industry, a region; and what you see it by.',
        nl: 'Een onderwerp, een branche, een regio; en waaraan je het ziet.',
      },
    }),
    ask({
      id: 'revenue',
      side: 'sales',
      label: {
        en: "Where must next quarter's revenue come from, and what is still lacking?",
        nl: 'Waar moet de omzet van komend kwartaal vandaan komen, en wat ontbreekt nog?',
      },
      hint: {
        en: 'Segments, accounts, renewals. Where is your list too short?',
        nl: 'Segmenten, accounts, verlengingen. Waar is je lijst te kort?',
      },
    }),
    ask({
      id: 'leak',
      side: 'sales',
      label: {
        en: 'At which step do you lose most deals, and what would help there?',
        nl: 'Bij welke stap verlies je de meeste deals, en wat zou daar helpen?',
      },
      hint: {
        en: 'First call, proposal, decision: with an example of this quarter.',
        nl: 'Eerste gesprek, voorstel, besluit: met een voorbeeld van dit kwartaal.',
      },
    }),
    ask({
      id: 'opportunities',
      side: 'both',
      kind: 'number',
      label: {
        en: 'How many new opportunities should we open together next quarter?',
        nl: 'Hoeveel nieuwe kansen moeten we komend kwartaal samen openen?',
      },
      hint: {
        en: 'Your own estimate. It is the difference between the teams that is worth talking about.',
        nl: 'Je eigen schatting. Het verschil tussen de teams is het gesprek waard.',
      },
    }),
    ask({
      id: 'stop',
      side: 'both',
      kind: 'line',
      label: {
        en: 'What should we stop doing?',
        nl: 'Waar moeten we mee stoppen?',
      },
      hint: {
        en: '"The monthly list of all leads: nobody opens it."',
        nl: '"De maandlijst met alle leads: niemand opent hem."',
      },
    }),
    ask({
      id: 'one',
      side: 'both',
      kind: 'line',
      required: true,
      label: {
        en: 'What one thing must we achieve together?',
        nl: 'Welk ene ding moeten we samen bereiken?',
      },
      hint: {
        en: 'So that both teams can see at the end whether it worked. Make it a shared goal afterwards.',
        nl: 'Zo dat beide teams aan het eind kunnen zien of het lukte. Maak er daarna een gezamenlijk doel van.',
      },
    }),
  ],
}
