import type { LocalDate } from '../calendar/local-date.ts'
import type { WallTime } from '../calendar/wall-time.ts'
import type { Place, Scene, Stage } from '../platform/story.ts'

const name = 'Meetings with warehouses of 50 people and more'

/** What the two teams of the demo want to reach together, and how far they come. */
export const story: Scene[] = [
  {
    date: '2027-03-16',
    time: '10:40',
    async play(stage) {
      const { person, channels, does, shows } = stage
      does('daan', 'types /rondo doelen and sets the first one with Sanne')
      const daan = person('daan')
      await daan.command('/rondo doelen', channels.shared)
      await daan.click('ephemeral', 'goals:add')
      await daan.modal('goals:save')
      await daan.submit({
        ...{ name, unit: 'meetings', start: '12', target: '40', due: '2027-06-30' },
        ...{ marketing_owner: 'joris', sales_owner: 'iris' },
      })
      await daan.command('/rondo doelen', channels.shared)
      await shows('daan', 'ephemeral', 'sees')
    },
  },
  number('2027-03-19', '14:00', 'iris', 14),
  number('2027-03-22', '11:00', 'joris', 19, 'shared'),
  number('2027-03-26', '14:00', 'noor', 21),
  number('2027-03-30', '11:30', 'iris', 24, 'shared'),
  {
    date: '2027-04-02',
    time: '16:30',
    async play(stage) {
      await updates(stage, 'iris', 26)
      await stage.person('iris').click('ephemeral', 'goals:chart', name)
      await stage.shows('iris', 'ephemeral', 'sees how it went')
    },
  },
]

/** @param from where they press the button: at the check-in in the shared channel, else in their own list */
function number(date: LocalDate, time: WallTime, who: string, value: number, from?: 'shared'): Scene {
  return { date, time, play: (stage) => updates(stage, who, value, from) }
}

async function updates(stage: Stage, who: string, value: number, from?: 'shared'): Promise<void> {
  stage.does(who, `notes the new number of "${name}": ${value}`)
  const person = stage.person(who)
  const place: Place = from ? { postIn: stage.channels[from] } : 'ephemeral'
  if (!from) await person.command('/rondo goals', stage.channels.shared)
  await person.click(place, 'goals:number', name)
  await person.modal('goals:number')
  await person.submit({ value: String(value) })
}
