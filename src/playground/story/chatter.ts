import type { Scene } from '../../platform/story.ts'

/** What the two teams say to each other without Rondo, as people do all day. */
export const chatter: Scene[] = [
  {
    date: '2027-02-26',
    time: '09:40',
    async play({ person }) {
      person('sanne').say('From Monday on Rondo asks our questions, so the Monday room is free. Any takers?', 'general')
      person('daan').reply('Sales takes it.', 'general')
      person('priya').reply('For what?', 'general')
      person('daan').reply('For the silence.', 'general')
      person('fleur').react('joy', 'general')
      person('noor').react('joy', 'general')
    },
  },
  {
    date: '2027-03-03',
    time: '11:15',
    async play({ person }) {
      person('priya').say('Where do we keep the photo of the pallet that looks like a face?', 'marketing')
      person('maud').reply('Shared folder, under "serious".', 'marketing')
      person('joris').react('eyes', 'marketing')
    },
  },
  {
    date: '2027-03-12',
    time: '11:30',
    async play({ person }) {
      person('daan').say('Moerdijk: signed, half an hour ago. Maud, your drawing was on their table.', 'sales')
      for (const name of ['tom', 'grace', 'ruben']) person(name).react('tada', 'sales')
    },
  },
  {
    date: '2027-03-24',
    time: '16:20',
    async play({ person }) {
      person('daan').say('Shall we look at the April campaign together, Tuesday after the review?', 'team-leads')
      person('sanne').reply('Yes. I bring the landing page, you bring Iris.', 'team-leads')
    },
  },
  {
    date: '2027-03-26',
    time: '16:45',
    async play({ person }) {
      person('noor').say('The clocks go forward on Sunday. I asked Rondo and it already knew.', 'general')
      person('tom').reply('I will ask my oven.', 'general')
      person('iris').react('alarm_clock', 'general')
    },
  },
  {
    date: '2027-04-02',
    time: '15:20',
    async play({ person }) {
      person('maud').say('Cake for Fleur in the kitchen, for "The Monday puzzle". It is a jigsaw.', 'general')
      person('callum').reply('Do you ship to Glasgow?', 'general')
      person('fleur').reply('There is one piece missing already.', 'general')
      for (const name of ['fleur', 'sanne', 'iris', 'daan']) person(name).react('cake', 'general')
    },
  },
]
