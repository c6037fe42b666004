import type { Actor, Scene, Stage } from '../platform/story.ts'

/** The customers that the two teams of the demo look after together. */
export const story: Scene[] = [
  {
    date: '2027-03-09',
    time: '11:20',
    async play(stage) {
      const daan = await types(stage, 'daan', '/rondo klanten', 'and adds those that everybody asks about')
      await adds(daan, {
        'Port of Moerdijk': { tier: 'A', marketing_owner: 'maud', sales_owner: 'daan', crm: at(1207) },
        'Van Oord Cold Chain': { tier: 'A', marketing_owner: 'sanne', sales_owner: 'daan', crm: at(1188) },
        'Brabant Pallets': { tier: 'B', marketing_owner: 'priya', sales_owner: 'fleur', crm: at(1193) },
        'Hartley Foods': { tier: 'B', marketing_owner: 'joris', sales_owner: 'tom', crm: at(1215) },
      })
      await daan.click('modal', 'accounts:list')
      await stage.shows('daan', 'modal', 'sees')
      await daan.close()
    },
  },
  {
    date: '2027-03-25',
    time: '10:00',
    async play(stage) {
      const maud = await types(stage, 'maud', '/rondo klant moerdijk', 'to read what Daan heard there')
      await stage.shows('maud', 'modal', 'sees')
      await maud.close()
      const tom = await types(stage, 'tom', '/rondo account hartley', 'and presses Discuss next time')
      await tom.click('modal', 'accounts:next')
      await tom.close()
    },
  },
  {
    date: '2027-04-02',
    time: '13:00',
    async play(stage) {
      const noor = await types(stage, 'noor', '/rondo klanten', 'and adds a customer who has nobody in marketing yet')
      await adds(noor, { 'Gouda Cheese Stores': { tier: 'C', sales_owner: 'noor', crm: at(1231) } })
      await noor.click('modal', 'accounts:note')
      await noor.modal('accounts:note')
      await noor.submit({ note: 'They plan by smell. I have seen it, and it works until somebody has a cold.' })
      await noor.close()
    },
  },
]

const at = (number: number): string => `https://crm.fernhill.example/accounts/${number}`

async function types({ person, channels, does }: Stage, who: string, typed: string, why: string): Promise<Actor> {
  does(who, `types ${typed} ${why}`)
  const actor = person(who)
  await actor.command(typed, channels.shared)
  return actor
}

/** From the list, one after the other. @param all by name, then by field */
async function adds(actor: Actor, all: Record<string, Record<string, string>>): Promise<void> {
  for (const [index, [name, fields]] of Object.entries(all).entries()) {
    // After each, that one is shown.
    if (index > 0) await actor.click('modal', 'accounts:list')
    await actor.click('modal', 'accounts:add')
    await actor.modal('accounts:save')
    await actor.submit({ name, ...fields })
  }
}
