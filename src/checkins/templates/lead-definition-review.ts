import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/** What marketing doubted before handing over, beside what sales found after accepting. */
export const leadDefinitionReview: Template = {
  name: phrase({ en: 'Lead-definition review', nl: 'Leaddefinitie tegen het licht' }),
  about: phrase({
    en: 'Whether what you agreed to call a good lead still holds in practice; every quarter.',
    nl: 'Of wat jullie samen een goede lead noemen in de praktijk nog klopt; elk kwartaal.',
  }),
  suggested: { kind: 'quarterly' },
  answerHours: 16,
  questions: [
    ask({
      id: 'doubt',
      side: 'marketing',
      label: {
        en: 'Which leads did you hand over with doubt, and which did you hold back?',
        nl: 'Welke leads gaf je met twijfel door, en welke hield je achter?',
      },
      hint: {
        en: 'One of each, and what made you decide.',
        nl: 'Van beide één, en wat de doorslag gaf.',
      },
    }),
    ask({
      id: 'known',
      side: 'marketing',
      label: {
        en: 'What do you know of a lead that sales does not get to see?',
        nl: 'Wat weet je van een lead dat sales niet te zien krijgt?',
      },
      hint: {
        en: 'What they read first, how often they came back, what they asked.',
        nl: 'Wat ze als eerste lazen, hoe vaak ze terugkwamen, wat ze vroegen.',
      },
    }),
    ask({
      id: 'good',
      side: 'sales',
      label: {
        en: 'Which leads became a real conversation, and what did they have in common?',
        nl: 'Uit welke leads kwam een echt gesprek, en wat hadden ze gemeen?',
      },
      hint: {
        en: 'Two or three by name. What could one have seen beforehand?',
        nl: 'Noem er twee of drie. Wat had je vooraf al kunnen zien?',
      },
    }),
    ask({
      id: 'poor',
      side: 'sales',
      label: {
        en: 'Which leads came too early or should not have come, and how did you notice?',
        nl: 'Welke leads kwamen te vroeg of hadden niet moeten komen, en waaraan merkte je dat?',
      },
      hint: {
        en: 'The sentence or the fact that made it clear.',
        nl: 'De zin of het feit waaruit het bleek.',
      },
    }),
    ask({
      id: 'missing',
      side: 'sales',
      kind: 'line',
      label: {
        en: 'What do you have to find out yourself every time?',
        nl: 'Wat moet je elke keer zelf nog uitzoeken?',
      },
      hint: {
        en: '"Who decides, and whether there is a budget this year."',
        nl: '"Wie beslist, en of er dit jaar budget is."',
      },
    }),
    ask({
      id: 'holds',
      side: 'both',
      kind: 'choice',
      required: true,
      label: {
        en: 'Does our definition of a good lead still hold?',
        nl: 'Klopt onze definitie van een goede lead nog?',
      },
      hint: {
        en: 'Where the two teams answer differently, begin the conversation there.',
        nl: 'Antwoorden de twee teams verschillend, begin het gesprek dan daar.',
      },
      choices: [
        { id: 'yes', label: { en: 'Yes, as it is', nl: 'Ja, zoals hij is' } },
        { id: 'almost', label: { en: 'Almost: one thing should change', nl: 'Bijna: één ding moet anders' } },
        { id: 'no', label: { en: 'No, we should write it anew', nl: 'Nee, we moeten hem opnieuw schrijven' } },
        { id: 'none', label: { en: 'I do not know it', nl: 'Ik ken hem niet' } },
      ],
    }),
    ask({
      id: 'change',
      side: 'both',
      kind: 'line',
      label: {
        en: 'Which one thing would you change in it?',
        nl: 'Welk ene ding zou je eraan veranderen?',
      },
      hint: {
        en: '"A demo request counts only from companies with more than 20 people."',
        nl: '"Een demo-aanvraag telt alleen van bedrijven met meer dan 20 mensen."',
      },
    }),
  ],
}
