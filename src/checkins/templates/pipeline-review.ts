import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/**
 * The weekly pipeline review: three questions for a marketer, four for a salesperson, about two minutes.
 * Each asks for something that the other side cannot know by itself. Marketing first, as the teams stand everywhere else.
 */
export const pipelineReview: Template = {
  name: phrase({ en: 'Pipeline review', nl: 'Pipelineoverleg' }),
  about: phrase({
    en: 'What is coming, what moved and what each team needs this week; the one to begin with.',
    nl: 'Wat eraan komt, wat bewoog en wat elk team deze week nodig heeft; de beste om mee te beginnen.',
  }),
  suggested: { kind: 'weekly' },
  answerHours: 8,
  questions: [
    ask({
      id: 'coming',
      side: 'marketing',
      label: {
        en: 'What is going out this week, and what can sales say about it?',
        nl: 'Wat gaat er deze week uit, en wat kan sales erover zeggen?',
      },
      hint: {
        en: 'For whom, when, and one sentence to say in a conversation.',
        nl: 'Voor wie, wanneer, en één zin voor in een gesprek.',
      },
      prefill: 'last answer',
    }),
    ask({
      id: 'response',
      side: 'marketing',
      label: {
        en: 'What did people respond to last week, and what left them cold?',
        nl: 'Waar reageerden mensen vorige week op, en wat deed ze niets?',
      },
      hint: {
        en: 'A page, a mail, an event: something sales can use or avoid.',
        nl: 'Een pagina, een mail, een event: iets wat sales kan gebruiken of juist beter laat liggen.',
      },
    }),
    ask({
      id: 'deals',
      side: 'sales',
      label: {
        en: 'Which deals moved or got stuck, and why?',
        nl: 'Welke deals kwamen verder of zitten vast, en waardoor?',
      },
      hint: {
        en: 'Two or three that matter. What would help the stuck ones along?',
        nl: 'Twee of drie die ertoe doen. Wat zou helpen bij de deals die vastzitten?',
      },
      prefill: 'last answer',
    }),
    ask({
      id: 'heard',
      side: 'sales',
      label: {
        en: 'What did you hear from customers that marketing should know?',
        nl: 'Wat hoorde je van klanten dat marketing moet weten?',
      },
      hint: {
        en: 'A question that keeps coming back, an objection, a competitor. In their own words if you can.',
        nl: 'Een vraag die steeds terugkomt, een bezwaar, een concurrent. Liefst in hun eigen woorden.',
      },
    }),
    ask({
      id: 'leads',
      side: 'sales',
      label: {
        en: "Which of last week's leads were worth your time, and which were not?",
        nl: 'Welke leads van vorige week waren je tijd waard, en welke niet?',
      },
      hint: {
        en: 'Name one of each and say why: that is what marketing can steer by.',
        nl: 'Noem er van beide één en zeg waarom: daar kan marketing op sturen.',
      },
    }),
    ask({
      id: 'need',
      side: 'both',
      label: {
        en: 'What do you need from the other team this week?',
        nl: 'Wat heb je deze week van het andere team nodig?',
      },
      hint: {
        en: 'One thing, and by when. If someone picks it up, add it as an action.',
        nl: 'Eén ding, en wanneer. Pakt iemand het op, zet het dan als actiepunt neer.',
      },
    }),
  ],
}
