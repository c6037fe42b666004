import type { Language } from '../platform/i18n.ts'
import type { Scene, Stage } from '../platform/story.ts'

/** Marketing's team lead sets the partnership up, for all twelve. @param language of what is said in the channels */
export async function setsUp(
  { person, teams: { marketing, sales }, channels, shows }: Stage,
  language: Language,
): Promise<void> {
  const name = marketing.teamLead
  const lead = person(name)
  await lead.command('/rondo setup', channels.shared)
  await lead.modal('partnerships:setup-channels')
  await lead.submit({
    name: 'Benelux and UK',
    marketing_channel: channels.marketing,
    sales_channel: channels.sales,
    shared_channel: channels.shared,
  })
  await lead.modal('partnerships:setup-people')
  await lead.submit({
    marketing_people: marketing.people,
    sales_people: sales.people,
    marketing_team_lead: marketing.teamLead,
    sales_team_lead: sales.teamLead,
  })
  await lead.modal('partnerships:setup-hours')
  await shows(name, 'modal', 'sees step 3')
  await lead.submit({ language, holiday_country: 'NL' })
  await shows(name, 'modal', 'is done')
  await lead.close()
}

/** The demo's beginning: one team lead sets the partnership up. */
export const setUp: Scene[] = [
  {
    date: '2027-02-25',
    time: '10:00',
    async play(stage) {
      const { person, teams, channels, does, shows } = stage
      const name = teams.marketing.teamLead
      const lead = person(name)
      does(name, 'types /rondo')
      await lead.command('/rondo', channels.shared)
      await shows(name, 'ephemeral', 'sees, only for her')

      does(name, 'types /rondo setup and fills in the three steps')
      await setsUp(stage, 'en')
    },
  },
]

/** And what its team leads add to it week by week. */
export const story: Scene[] = [
  ...setUp,
  {
    date: '2027-03-09',
    time: '11:00',
    async play({ person, does, shows }) {
      does('sanne', 'likes what is proposed, and turns key accounts on')
      await person('sanne').click('direct message', 'partnerships:turn-on')
      await shows('sanne', 'ephemeral', 'sees')
    },
  },
  {
    date: '2027-03-16',
    time: '10:30',
    async play({ person, channels, does, shows }) {
      does('daan', 'types /rondo instellingen and turns agreements and goals on')
      const daan = person('daan')
      await daan.command('/rondo instellingen', channels.shared)
      await daan.click('ephemeral', 'partnerships:turn-on', 'Afspraken en doelen')
      await shows('daan', 'ephemeral', 'sees')
    },
  },
  {
    date: '2027-03-23',
    time: '16:00',
    async play(stage) {
      const { person, channels, does } = stage
      does('sanne', 'names whom to call for what, on both sides')
      const sanne = person('sanne')
      await sanne.command('/rondo instellingen', channels.shared)
      await sanne.click('ephemeral', 'partnerships:contacts')
      for (const [who, subject] of contacts) {
        await sanne.click('modal', 'partnerships:contact-add')
        await sanne.modal('partnerships:contact-add')
        await sanne.submit({ person: who, subject })
      }
      await sanne.close()
    },
  },
  {
    date: '2027-03-24',
    time: '10:15',
    async play({ person, channels, does, shows }) {
      does('noor', 'has a customer who wants to film in his own canteen, and types /rondo wie')
      await person('noor').command('/rondo wie', channels.shared)
      await shows('noor', 'ephemeral', 'sees')
    },
  },
]

const contacts = [
  ['priya', 'Words, pages and anything with a comma'],
  ['maud', 'Pictures and film'],
  ['joris', 'Events and breakfast'],
  ['ruben', 'Ports'],
  ['tom', 'Food and drink'],
] as const
