/** What the two teams say and do in the three weeks of the demo. */

/** By the question's id. */
type Answers = Record<string, string>

export interface NewAction {
  by: string
  text: string
  owner: string
  due: string
}

export interface Week {
  /** The Monday on which the review opens. */
  monday: string
  /** `/rondo` commands typed on the Friday before. */
  before?: { who: string; command: string }[]
  /** In the order in which they answer. */
  answers: Record<string, Answers>
  /** Who presses *Skip this time*. */
  skipped?: string[]
  /** Added in the thread once the review has closed. */
  actions?: NewAction[]
  /** What became of the actions of the week before, by their text. */
  done?: { who: string; action: string }[]
  moved?: { who: string; action: string; to: string }[]
  cancelled?: { who: string; action: string; reason: string }[]
}

export const firstDay = '2027-02-25'
export const zone = 'Europe/Amsterdam'

export const weeks: Week[] = [
  {
    monday: '2027-03-01',
    answers: {
      sanne: {
        coming:
          'Thursday: the guide "Five signs your warehouse has outgrown the spreadsheet". For operations managers of 50 people and more.',
        response: 'The returns calculator: 140 people used it. The price comparison page: hardly anyone stayed.',
        need: 'Two customers who would say one sentence about peak season, before Wednesday.',
      },
      joris: {
        coming: 'The invitation to the Rotterdam breakfast goes out on Tuesday.',
        need: 'Tell me whom to invite: ten names are enough.',
      },
      priya: { response: 'The mail about slotting got replies, the one about reporting none.' },
      daan: {
        deals:
          'Port of Moerdijk moved to a trial. Van Oord Cold Chain is stuck: their IT wants to see the data flow first.',
        leads:
          'The ones from the webinar were good: three of four had a project. The trade-fair list was mostly students.',
        need: 'A one-page drawing of how the data flows, that I can leave behind.',
      },
      tom: {
        heard: 'Two people asked whether we plan for temps as well as staff. They did not find it on the site.',
        leads: 'Hartley Foods was worth it. The download leads did not remember us.',
      },
      fleur: {
        deals: 'Brabant Pallets signed. What did it: the site visit.',
        heard: 'They call it "the Monday puzzle". Maybe a headline?',
      },
      grace: { heard: 'Competitor Stackwise now offers a free pilot of six weeks.' },
      ruben: { deals: 'Nothing moved; waiting for budgets until April.' },
      noor: { leads: 'Webinar leads good, fair leads not.', need: 'A short mail I can send after a first call.' },
    },
    skipped: ['callum'],
    actions: [
      { by: 'daan', text: 'One-page drawing of the data flow', owner: 'maud', due: '2027-03-05' },
      {
        by: 'sanne',
        text: 'Ask Brabant Pallets for one sentence about peak season',
        owner: 'fleur',
        due: '2027-03-08',
      },
      { by: 'tom', text: 'Say on the site that we plan for temps too', owner: 'priya', due: '2027-03-08' },
    ],
  },
  {
    monday: '2027-03-08',
    before: [{ who: 'fleur', command: '/rondo away tot 12 maart' }],
    done: [{ who: 'maud', action: 'One-page drawing of the data flow' }],
    moved: [{ who: 'priya', action: 'Say on the site that we plan for temps too', to: '2027-03-15' }],
    answers: {
      sanne: {
        coming: 'Case story of Port of Moerdijk, if they sign.',
        response: 'The guide: 210 downloads, 31 from companies on your list.',
        need: 'Which of those 31 do you know already?',
      },
      maud: {
        coming: 'The drawing is in the shared folder, in two languages.',
        response: 'Short videos do better than long ones again.',
      },
      joris: { coming: 'Breakfast: 14 say yes.', need: 'Two of you at the door at eight.' },
      daan: {
        deals: 'Van Oord is moving again: the drawing did it. Moerdijk signs this week.',
        leads: 'Guide leads: two good calls out of five.',
      },
      grace: { heard: 'Again Stackwise and their free pilot. We need an answer.', need: 'One paragraph against it.' },
      tom: { deals: 'Hartley Foods wants a proposal by Friday.', leads: 'The five from the guide: three real.' },
      iris: { heard: 'People ask for a price range before they want to talk.' },
      callum: { leads: 'Guide leads are warmer than any list I had.' },
      noor: { deals: 'Two first meetings planned.', need: 'The mail after a first call, still.' },
    },
    actions: [
      { by: 'grace', text: 'One paragraph on the free pilot of Stackwise', owner: 'sanne', due: '2027-03-12' },
      { by: 'joris', text: 'Be at the door of the breakfast at eight', owner: 'ruben', due: '2027-03-11' },
    ],
  },
  {
    monday: '2027-03-15',
    done: [
      { who: 'sanne', action: 'One paragraph on the free pilot of Stackwise' },
      { who: 'priya', action: 'Say on the site that we plan for temps too' },
      { who: 'ruben', action: 'Be at the door of the breakfast at eight' },
    ],
    cancelled: [
      {
        who: 'fleur',
        action: 'Ask Brabant Pallets for one sentence about peak season',
        reason: 'Moerdijk gave us a better one.',
      },
    ],
    answers: {
      sanne: {
        coming: 'Moerdijk story on Wednesday, with their numbers.',
        response: 'The breakfast: 12 came, 5 asked for a visit.',
        need: 'Call those 5 this week, please.',
      },
      priya: { coming: 'The page on planning for temps is live.', response: 'It is already the third most read page.' },
      joris: { response: 'Breakfast invitations by hand beat the mailing three to one.' },
      maud: { coming: 'Spring round of ads starts Thursday, in the Netherlands only.' },
      daan: { deals: 'Moerdijk signed. Van Oord: proposal out.', leads: 'All five breakfast names are real.' },
      fleur: {
        deals: 'Back. Brabant Pallets wants a second site.',
        heard: '"The Monday puzzle" again, from someone else.',
      },
      tom: { deals: 'Hartley Foods: verbal yes.', leads: 'Breakfast leads: both of mine have budget.' },
      grace: { heard: 'The paragraph on pilots works: used it twice.', need: 'The same for their price claim.' },
      ruben: { deals: 'First budget released, a week early.' },
      iris: { leads: 'One of the guide leads became a proposal.' },
      callum: { deals: 'Two visits planned in Leeds.' },
      noor: { deals: 'First proposal out.', need: 'Thanks for the mail; now one for after the demo.' },
    },
  },
]
