import type { Scene } from '../platform/story.ts'

/** Who of the demo goes away, and comes back. */
export const story: Scene[] = [
  {
    date: '2027-03-05',
    time: '15:00',
    async play({ person, channels, does, shows }) {
      does('fleur', 'types /rondo away tot 12 maart')
      await person('fleur').command('/rondo away tot 12 maart', channels.shared)
      await shows('fleur', 'ephemeral', 'sees')
    },
  },
  {
    date: '2027-03-12',
    time: '17:30',
    async play({ person, channels, does, shows }) {
      does('fleur', 'is home from the snow, an evening early, and types /rondo terug')
      await person('fleur').command('/rondo terug', channels.shared)
      await shows('fleur', 'ephemeral', 'sees')
    },
  },
  {
    date: '2027-03-24',
    time: '17:10',
    async play({ person, channels, does, shows }) {
      const grace = person('grace')
      does('grace', 'types /rondo settings and chooses to be written to on Mondays only')
      await grace.command('/rondo settings', channels.shared)
      await grace.click('ephemeral', 'workspaces:settings')
      await grace.modal('workspaces:settings')
      await grace.submit({ messages: 'monday' })
      await shows('grace', 'modal', 'sees')
      await grace.close()
    },
  },
  {
    date: '2027-04-02',
    time: '15:00',
    async play({ person, channels, does, shows }) {
      const ruben = person('ruben')
      does('ruben', 'types /rondo away and chooses 9 April')
      await ruben.command('/rondo away', channels.shared)
      await ruben.modal('workspaces:away')
      await ruben.submit({ until: '2027-04-09' })
      await shows('ruben', 'modal', 'sees')
      await ruben.close()
    },
  },
]
