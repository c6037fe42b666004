import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/** Marketing sees who is drawn to them, sales who buys and stays: two pictures that drift apart unnoticed. */
export const idealCustomerReview: Template = {
  name: phrase({ en: 'Ideal-customer review', nl: 'Ideale klant tegen het licht' }),
  about: phrase({
    en: 'Whom you want as a customer, and whom you had better leave alone; every quarter.',
    nl: 'Wie jullie als klant willen, en wie jullie beter kunnen laten lopen; elk kwartaal.',
  }),
  suggested: { kind: 'quarterly' },
  answerHours: 16,
  questions: [
    ask({
      id: 'drawn',
      side: 'marketing',
      label: {
        en: 'Whom do we attract most easily, and is that whom we want?',
        nl: 'Wie trekken we het makkelijkst aan, en zijn dat wie we willen?',
      },
      hint: {
        en: 'Industry, size, role. Say what you base it on.',
        nl: 'Branche, grootte, functie. Zeg erbij waar je het op baseert.',
      },
    }),
    ask({
      id: 'unseen',
      side: 'marketing',
      label: {
        en: 'Which kind of company shows interest that sales hardly ever meets?',
        nl: 'Welk soort bedrijf toont belangstelling, maar komt bij sales bijna nooit aan tafel?',
      },
      hint: {
        en: 'What do they look for, and where do they drop out?',
        nl: 'Waar zijn ze naar op zoek, en waar haken ze af?',
      },
    }),
    ask({
      id: 'stayed',
      side: 'sales',
      label: {
        en: 'Which customers were won easily and are glad to stay? What do they share?',
        nl: 'Welke klanten kwamen makkelijk binnen en blijven graag? Wat delen ze?',
      },
      hint: {
        en: 'Two names, and what they had in common before they knew us.',
        nl: 'Twee namen, en wat ze gemeen hadden voordat ze ons kenden.',
      },
    }),
    ask({
      id: 'costly',
      side: 'sales',
      label: {
        en: 'Which customers cost more than they bring, and could we have known?',
        nl: 'Welke klanten kosten meer dan ze opleveren, en hadden we dat kunnen weten?',
      },
      hint: {
        en: 'The sign you would now watch for.',
        nl: 'Het teken waar je nu op zou letten.',
      },
    }),
    ask({
      id: 'decides',
      side: 'sales',
      label: {
        en: 'Who decides at our best customers, and who can still stop it?',
        nl: 'Wie beslist er bij onze beste klanten, en wie kan het nog tegenhouden?',
      },
      hint: {
        en: 'Roles, and what each of them wants to hear.',
        nl: 'Functies, en wat elk van hen wil horen.',
      },
    }),
    ask({
      id: 'leave',
      side: 'both',
      label: {
        en: 'Which kind of customer would you leave alone from now on?',
        nl: 'Welk soort klant zou je voortaan laten lopen?',
      },
      hint: {
        en: 'A choice against somebody makes the choice for somebody sharper.',
        nl: 'Wie je niet kiest, maakt scherper wie je wel kiest.',
      },
    }),
  ],
}
