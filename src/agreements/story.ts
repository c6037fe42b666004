import type { Actor, Scene, Stage } from '../platform/story.ts'

/** What the two teams of the demo agree on: the words of one, changed by the other, until both say yes. */
export const story: Scene[] = [
  {
    date: '2027-03-18',
    time: '11:00',
    async play(stage) {
      stage.does('joris', 'types /rondo afspraken and proposes what a lead from an event is')
      const joris = await looksAtList(stage, 'joris')
      await joris.click('ephemeral', 'agreements:propose', 'Leaddefinitie')
      await joris.modal('agreements:propose')
      await joris.submit({
        leadType: 'Event',
        criteria: lines('Works in a warehouse of 50 people or more*', 'Talked to one of us, not only to the coffee'),
        wanted: lines('Phone number*', 'How they plan today'),
        why: 'After the breakfast we each meant something else by it.',
      })
      await stage.shows('joris', 'modal', 'sees')
      await joris.close()
    },
  },
  {
    date: '2027-03-19',
    time: '11:00',
    async play(stage) {
      stage.does('daan', 'reads the proposal and asks for one thing more')
      const daan = await reads(stage, 'daan', 'Event')
      await daan.click('modal', 'agreements:propose')
      await daan.modal('agreements:propose')
      await daan.submit({
        criteria: lines(
          'Works in a warehouse of 50 people or more*',
          'Talked to one of us, not only to the coffee',
          'Asked what happens next*',
        ),
        why: 'The five who asked for a visit all became one. The others liked the croissants.',
      })
      await daan.close()
    },
  },
  {
    date: '2027-03-22',
    time: '11:30',
    async play(stage) {
      stage.does('sanne', 'reads what Daan made of it, and agrees')
      const sanne = await reads(stage, 'sanne', 'Event')
      await sanne.click('modal', 'agreements:agree')
      await stage.shows('sanne', 'modal', 'sees')
      await sanne.close()
    },
  },
  {
    date: '2027-03-24',
    time: '09:30',
    async play(stage) {
      stage.does('sanne', 'proposes two words that should mean the same to everybody')
      const sanne = await looksAtList(stage, 'sanne')
      await sanne.click('ephemeral', 'agreements:propose', 'Gedeelde woorden')
      await sanne.modal('agreements:propose')
      await sanne.submit({
        words: lines(
          'The Monday puzzle: the hours in which a planner finds out who is ill, who is late and who is a temp',
          'Warm: they called us, or they know our name without looking at the mail',
        ),
      })
      await sanne.close()
      stage.does('daan', 'agrees to them from his list')
      const daan = await looksAtList(stage, 'daan')
      await daan.click('ephemeral', 'agreements:agree', 'Gedeelde woorden')
    },
  },
  {
    date: '2027-04-02',
    time: '11:00',
    async play(stage) {
      stage.does('iris', 'proposes a change of what a lead from an event is')
      const iris = await looksAtList(stage, 'iris')
      await iris.click('ephemeral', 'agreements:propose', 'Event')
      await iris.modal('agreements:propose')
      await iris.submit({
        criteria: lines(
          'Works in a warehouse of 30 people or more*',
          'Talked to one of us, not only to the coffee',
          'Asked what happens next*',
          'Plans shifts, or sits next to who does*',
        ),
        why: 'For Leeds: the warehouses there are smaller, and their planners come in person.',
      })
      await iris.close()
    },
  },
]

const lines = (...texts: string[]): string => texts.join('\n')

async function looksAtList({ person, channels }: Stage, who: string): Promise<Actor> {
  const actor = person(who)
  await actor.command('/rondo afspraken', channels.shared)
  return actor
}

/** Opens what is proposed, from their list. */
async function reads(stage: Stage, who: string, about: string): Promise<Actor> {
  const actor = await looksAtList(stage, who)
  await actor.click('ephemeral', 'agreements:compare', about)
  return actor
}
