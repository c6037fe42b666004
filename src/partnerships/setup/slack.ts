import type { Listener, Word } from '../../platform/interaction.ts'
import { fieldIds } from './fields.ts'
import { zoneOption } from './hours-views.ts'
import * as text from './messages.ts'
import type { SetUpNeeds } from './needs.ts'
import { maySetUp, setUp, setUpChosen } from './opening.ts'
import { submitChannels } from './step-channels.ts'
import { submitHours } from './step-hours.ts'
import { submitPeople } from './step-people.ts'
import { suggestZones } from './suggestion.ts'
import { ids } from './views.ts'

export const setUpWord: Word = {
  words: { en: ['setup', 'set up', 'set-up'], nl: ['instellen', 'opzetten'] },
  usage: text.usage,
  help: text.help,
  may: maySetUp,
  run: setUp,
}

export function setUpListeners(needs: SetUpNeeds): Listener[] {
  const may = maySetUp
  return [
    { on: 'action', id: ids.open, may, run: setUpChosen },
    { on: 'view', id: ids.channels, may, submit: (submission) => submitChannels(submission, needs) },
    { on: 'view', id: ids.people, may, submit: (submission) => submitPeople(submission, needs) },
    { on: 'view', id: ids.hours, may, submit: (submission) => submitHours(submission, needs) },
    {
      on: 'options',
      id: fieldIds.zone,
      may,
      suggest: async ({ typed, person }) => suggestZones(typed, person.zone).map(zoneOption),
    },
  ]
}
