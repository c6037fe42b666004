import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/** About what the results say of the teams, never about who may have answered what. */
export const afterPulse: Template = {
  name: phrase({ en: 'After-pulse conversation', nl: 'Gesprek na de pulsemeting' }),
  about: phrase({
    en: 'What the two teams make of the results, and the one thing to change first; once, after a measurement.',
    nl: 'Wat de twee teams van de uitkomsten vinden, en wat ze als eerste veranderen; eenmalig, na een meting.',
  }),
  suggested: { kind: 'once' },
  answerHours: 16,
  questions: [
    ask({
      id: 'known-marketing',
      side: 'marketing',
      label: {
        en: 'What in the results do you recognise from your work with sales?',
        nl: 'Wat in de uitkomsten herken je uit je werk met sales?',
      },
      hint: {
        en: "A moment of the last weeks. Speak for yourself; who answered what is nobody's business.",
        nl: 'Een moment van de laatste weken. Spreek voor jezelf; wie wat antwoordde, doet er niet toe.',
      },
    }),
    ask({
      id: 'gap-marketing',
      side: 'marketing',
      label: {
        en: 'Where does sales see it differently, and what may they see that you do not?',
        nl: 'Waar ziet sales het anders, en wat zien zij misschien dat jij niet ziet?',
      },
      hint: {
        en: 'Pick one statement where the two teams differ, and look for their good reason.',
        nl: 'Kies één stelling waar de teams verschillen, en zoek hun goede reden.',
      },
    }),
    ask({
      id: 'known-sales',
      side: 'sales',
      label: {
        en: 'What in the results do you recognise from your work with marketing?',
        nl: 'Wat in de uitkomsten herken je uit je werk met marketing?',
      },
      hint: {
        en: "A moment of the last weeks. Speak for yourself; who answered what is nobody's business.",
        nl: 'Een moment van de laatste weken. Spreek voor jezelf; wie wat antwoordde, doet er niet toe.',
      },
    }),
    ask({
      id: 'gap-sales',
      side: 'sales',
      label: {
        en: 'Where does marketing see it differently, and what may they see that you do not?',
        nl: 'Waar ziet marketing het anders, en wat zien zij misschien dat jij niet ziet?',
      },
      hint: {
        en: 'Pick one statement where the two teams differ, and look for their good reason.',
        nl: 'Kies één stelling waar de teams verschillen, en zoek hun goede reden.',
      },
    }),
    ask({
      id: 'fair',
      side: 'both',
      kind: 'choice',
      label: {
        en: 'Do the results give a fair picture of how we work together?',
        nl: 'Geven de uitkomsten een eerlijk beeld van hoe we samenwerken?',
      },
      hint: {
        en: 'As you see it, with your name to it.',
        nl: 'Zoals jij het ziet, met je naam erbij.',
      },
      choices: [
        { id: 'fair', label: { en: 'Yes, a fair picture', nl: 'Ja, een eerlijk beeld' } },
        { id: 'better', label: { en: 'It goes better than they say', nl: 'Het gaat beter dan ze zeggen' } },
        { id: 'worse', label: { en: 'It goes worse than they say', nl: 'Het gaat slechter dan ze zeggen' } },
        { id: 'unknown', label: { en: 'I cannot tell', nl: 'Dat kan ik niet zeggen' } },
      ],
    }),
    ask({
      id: 'first',
      side: 'both',
      kind: 'line',
      required: true,
      label: {
        en: 'What is the one thing you would change first?',
        nl: 'Wat zou je als eerste veranderen?',
      },
      hint: {
        en: 'Small enough to begin next week. Then choose one together and add it as an action.',
        nl: 'Klein genoeg om volgende week te beginnen. Kies er samen één en zet die als actiepunt neer.',
      },
    }),
  ],
}
