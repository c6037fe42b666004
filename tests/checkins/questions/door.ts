import { insider } from '../../../src/partnerships/index.ts'
import type { Feature } from '../../../src/platform/feature.ts'
import { phrase } from '../../../src/platform/i18n.ts'
import { buttons, modal, section } from '../../../src/platform/slack/blocks.ts'
import type { Name } from '../../actions/two-teams.ts'
import type { TeamDay } from '../team-day.ts'

const rows = (checkInId: string) => [
  buttons([
    { action: 'checkins:questions', text: 'Questions', value: checkInId },
    { action: 'checkins:people', text: 'People', value: checkInId },
    { action: 'door:window', text: 'Window', value: checkInId },
  ]),
]

/** `/rondo door`: the buttons that lead to what team leads change, in a message and in a window. */
export const door: Feature = {
  name: 'door',
  words: [
    {
      words: { en: ['door'], nl: ['deur'] },
      help: phrase({ en: 'the way in', nl: 'de weg naar binnen' }),
      may: insider,
      async run({ db, reply }) {
        const { id } = await db.selectFrom('check_in').select('id').executeTakeFirstOrThrow()
        await reply({ text: 'door', blocks: rows(id) })
      },
    },
  ],
  listeners: [
    {
      on: 'action',
      id: 'door:window',
      may: insider,
      async run(click) {
        const blocks = [section('Behind it'), ...rows(click.value)]
        await click.open(modal({ id: 'door:window', title: 'Window', close: 'Close', blocks }))
      },
    },
  ],
}

/** Presses one of its buttons in the message. */
export async function enter(day: TeamDay, name: Name, action: string): Promise<void> {
  const person = day.person(name)
  await person.command('/rondo door', { in: 'shared' })
  await day.settle()
  const message = person.ephemerals().at(-1)
  if (!message) throw new Error('There is no door.')
  await person.click(message, action)
  await day.settle()
}
