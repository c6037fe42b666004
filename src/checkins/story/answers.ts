/** What the two teams of the demo say, week by week: by person, in the order in which they answer; then by question. */
import type { Answers } from '../question.ts'

export const first: Record<'sanne' | 'tom', Answers> & Record<string, Answers> = {
  sanne: {
    coming:
      'Thursday: the guide "Five signs your warehouse has outgrown the spreadsheet". For operations managers of 50 people and more.',
    response: 'The returns calculator: 140 people used it. The price comparison page: hardly anyone stayed.',
    need: 'Two customers who would say one sentence about peak season, before Wednesday.',
  },
  tom: {
    heard: 'Two people asked whether we plan for temps as well as staff. They did not find it on the site.',
    leads: 'Hartley Foods was worth it. The download leads did not remember us.',
  },
  joris: {
    coming: 'The invitation to the Rotterdam breakfast goes out on Tuesday.',
    need: 'Tell me whom to invite: ten names are enough.',
  },
  priya: { response: 'The mail about slotting got replies, the one about reporting none.' },
  daan: {
    deals:
      'Port of Moerdijk moved to a trial. Van Oord Cold Chain is stuck: their IT wants to see the data flow first.',
    leads: 'The ones from the webinar were good: three of four had a project. The trade-fair list was mostly students.',
    need: 'A one-page drawing of how the data flows, that I can leave behind.',
  },
  fleur: {
    deals: 'Brabant Pallets signed. What did it: the site visit.',
    heard: 'They call it "the Monday puzzle". Maybe a headline?',
  },
  grace: { heard: 'Competitor Stackwise now offers a free pilot of six weeks.' },
  ruben: { deals: 'Nothing moved; waiting for budgets until April.' },
  noor: { leads: 'Webinar leads good, fair leads not.', need: 'A short mail I can send after a first call.' },
}

export const second: Record<string, Answers> = {
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
}

export const third: Record<string, Answers> = {
  sanne: {
    coming: 'Moerdijk story on Wednesday, with their numbers.',
    response: 'The breakfast: 12 came, 5 asked for a visit.',
    need: 'Call those 5 this week, please.',
  },
  priya: { coming: 'The page on planning for temps is live.', response: 'It is already the third most read page.' },
  joris: {
    coming: 'A thank-you to the twelve, with the photos.',
    response: 'Breakfast invitations by hand beat the mailing three to one.',
  },
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
}

export const firstContent: Record<string, Answers> = {
  priya: {
    making: 'The second half of the page on temps: what guessing costs.',
    room: '2',
    one: 'A page for planners who read it at half past six, in the dark.',
  },
  maud: {
    unused: 'People find the film of Moerdijk. Nobody finds the brochure. It is a beautiful brochure.',
    room: '1',
    one: 'A second film, shorter than the first.',
  },
  joris: {
    making: 'Photos of the breakfast, with captions and without crumbs.',
    room: '1',
    one: 'A map to the next breakfast, for people who come by lorry.',
  },
  daan: {
    used: 'The drawing of the data flow, four times. Twice they kept it.',
    voice: 'Port of Moerdijk: their planner tells it better than I do.',
    one: 'The Moerdijk story on one page, for people in IT.',
  },
  grace: {
    lacking: '"And what does Stackwise cost?" Everybody asks, most of them with their coat on.',
    one: 'Our price beside theirs, for buyers who have to defend us.',
  },
  noor: {
    used: 'The guide. They read the third sign to each other, out loud.',
    one: 'Something short for after a demo.',
  },
}

export const fourth: Record<string, Answers> = {
  sanne: {
    coming: 'Landing page of the April campaign, in draft. It is called "The Monday puzzle"; thank you, Fleur.',
    response: 'The Moerdijk story: most people read it to the last line.',
    need: 'One of you to read the landing page the way a grumpy planner would.',
  },
  priya: {
    coming: 'Mail about planning for temps on Wednesday, to those who downloaded the guide.',
    response: 'Half of those on the temps page read it on their phone, so the big table had to go.',
  },
  joris: {
    coming: 'No breakfast in April; in May we try Leeds.',
    need: 'A customer near Leeds with a canteen for forty.',
  },
  maud: { coming: 'Ads: "The Monday puzzle" against the old headline, half and half.' },
  daan: {
    deals: 'Van Oord: contract is with them, they hope for this week.',
    leads: 'Called all five of the breakfast: four visits, and one who is on holiday until May.',
  },
  fleur: {
    deals: 'Brabant Pallets, second site: they came back with a start date, so I think that is a yes.',
    heard: 'What happens when half a shift calls in sick? Asked three times, at two sites.',
  },
  tom: {
    deals: 'Hartley Foods signed. On paper, with a fountain pen.',
    leads: 'One of the ad leads thought that we rent out warehouses.',
  },
  grace: { heard: 'Stackwise halves its price for the first year. It comes up in every second call.' },
  callum: { deals: 'Leeds: one of the two visits became a trial, in Bradford.' },
  noor: { deals: 'The mail for after the demo went out three times. Two replies before I had closed the laptop.' },
}

/** The questions about each account, as its owner reads them. */
const asked = {
  nl: {
    noticed: 'Wat veranderde er in hoe deze klant op ons reageert?',
    public: 'Wat zegt deze klant buiten onze verkoopgesprekken om?',
    changed: 'Wat veranderde er bij deze klant?',
    says: 'Wat zegt deze klant tegen jou?',
    next: 'Wat is de volgende stap van jouw kant voor deze klant, en wanneer?',
  },
  en: {
    noticed: 'What changed in how this customer responds to us?',
    next: "What is your side's next step for this customer, and by when?",
  },
}

const of = (account: string, question: string): string => `${account}: ${question}`
const [moerdijk, vanOord, brabant] = ['Port of Moerdijk', 'Van Oord Cold Chain', 'Brabant Pallets'] as const

export const customers: Record<string, Answers> = {
  maud: {
    [of(moerdijk, asked.nl.noticed)]: 'Three of their planners watched the film to the end. One of them twice.',
    [of(moerdijk, asked.nl.next)]: 'Film two, about the ship that comes early. Ready before Easter.',
  },
  sanne: {
    [of(vanOord, asked.nl.public)]: 'In the trade paper: "Cold is easy. Planning is hard."',
    [of(vanOord, asked.nl.next)]: 'Ask whether we may put that on a wall. By Friday.',
  },
  priya: {
    [of(brabant, asked.en.noticed)]: 'Their drivers read the page on temps, on their phones, at five in the morning.',
    [of(brabant, asked.en.next)]: 'A shorter page for people who are already driving, by 7 April.',
  },
  daan: {
    [of(moerdijk, asked.nl.changed)]: 'The night shift is live. They found two shortcuts that we did not know of.',
    [of(moerdijk, asked.nl.says)]: '"We used to know on Monday. Now we know on Friday."',
    [of(moerdijk, asked.nl.next)]: 'Two hours with a camera at their quay; I ask on Thursday.',
    [of(vanOord, asked.nl.changed)]: 'Signed on Monday. Their project lead changes in May.',
    [of(vanOord, asked.nl.next)]: 'Kick-off on 3 May, with both project leads and the soup.',
  },
  fleur: {
    [of(brabant, asked.nl.says)]: '"Can the second site have the same planner?" She is flattered, and tired.',
    [of(brabant, asked.nl.next)]: 'The contract for the second site, before the end of March.',
  },
}

export const daanLater: Answers = { deals: 'Van Oord signed over lunch! I had the soup.' }

export const rubenLate: Answers = {
  deals: 'Second budget released, at a site without any reception, hence late.',
  leads: 'The one who downloaded the guide twice is a librarian. She liked it.',
}

export const fifth: Record<string, Answers> = {
  sanne: {
    coming: 'April campaign starts on 12 April. Your sentence: plan on Monday, go home on time on Friday.',
    response: 'Iris found eleven things on the landing page. Ten are mended, one was the colour.',
    need: 'Two of you in front of a camera, ten minutes, next week.',
  },
  maud: {
    coming: 'The second film: how Moerdijk plans a ship that comes early.',
    response: '"The Monday puzzle" beats the old headline two to one.',
  },
  priya: {
    coming: 'The page about sick shifts is half written. The other half has a cold.',
    response: 'Mail about temps: replies from 22, most of them with a question that we can answer.',
  },
  joris: { coming: 'Leeds is 19 May, in pencil.', need: 'Names for Leeds: fifteen to begin with.' },
  daan: {
    deals: 'Van Oord starts on 3 May. Their IT has hung the drawing on the wall.',
    need: 'Who came up with "The Monday puzzle" has earned a cake.',
  },
  fleur: {
    deals: 'Brabant Pallets signed for the second site, same planner, same coffee.',
    heard: 'They want to show their drivers the plan on a screen in the canteen.',
  },
  tom: {
    deals: 'Hartley Foods: kick-off done.',
    heard: 'Their temp agency would like to see the plan as well.',
    need: 'One page on the April campaign, to talk from.',
  },
  grace: { heard: 'The paragraph on price works. People do not mind paying, they mind guessing.' },
  ruben: {
    deals: 'Three proposals out, all for May.',
    leads: 'Two from the Moerdijk story, both with a date in mind.',
  },
  iris: {
    heard: 'Still the price range. I now know four polite ways of not answering.',
    need: 'A range that we may say out loud.',
  },
  noor: { deals: 'First signature of my own: a cheese warehouse near Gouda.', leads: 'Came by the guide, by the way.' },
}

export const secondContent: Record<'priya' | 'fleur' | 'grace', Answers> & Record<string, Answers> = {
  priya: {
    making: 'The page about sick shifts. We are both better.',
    room: '3',
    one: 'Sick shifts, in three sentences, for a phone.',
  },
  maud: {
    making: 'Film two. It ends when the ship comes in.',
    room: '1',
    one: 'Ten seconds of a canteen with a plan on the wall.',
  },
  fleur: {
    lacking: '"Can my drivers see it as well?" From Brabant Pallets, and from the drivers.',
    voice: 'Brabant Pallets: their planner waves at the camera already.',
    one: 'A picture of the plan on a screen, for drivers.',
  },
  iris: {
    lacking: '"Roughly how much?" See above, and above that.',
    used: 'The Moerdijk story. They asked for the name of the planner.',
    one: 'A price range.',
  },
  grace: {
    used: 'The paragraph on price. I no longer whisper.',
    one: 'Three lines on paying and guessing, for the site.',
  },
}

export const sixth: Record<string, Answers> = {
  joris: {
    coming: 'Leeds: invitations on Thursday, if the canteen holds.',
    response: 'Photos of the breakfast, again.',
  },
  fleur: {
    deals: 'Brabant Pallets asks what a third site would cost. I am not making this up.',
    heard: 'Sick shifts, twice more. I would love to send them that page.',
  },
}

export const graceFromPost: Answers = {
  heard: 'Somebody chose us over Stackwise and wrote down why. We may use it, they say.',
  need: 'Ten minutes with whoever writes the customer page.',
}
