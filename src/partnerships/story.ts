import type { Scene } from '../platform/story.ts'

/** The demo's beginning: one team lead sets the partnership up. */
export const story: Scene[] = [
  {
    date: '2027-02-25',
    time: '10:00',
    async play({ person, teams: { marketing, sales }, channels, does, shows }) {
      const name = marketing.teamLead
      const lead = person(name)
      does(name, 'types /rondo')
      await lead.command('/rondo', channels.shared)
      await shows(name, 'ephemeral', 'sees, only for her')

      does(name, 'types /rondo setup and fills in the three steps')
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
      await lead.submit({ language: 'en', holiday_country: 'NL' })
      await shows(name, 'modal', 'is done')
      await lead.close()
    },
  },
]
