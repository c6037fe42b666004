import { describe, expect, it } from 'vitest'
import {
  addContactView,
  contactsView,
  mostContacts,
  whichMessage,
  whoMessage,
} from '../../src/partnerships/contacts/views.ts'
import type { Member } from '../../src/partnerships/index.ts'
import { moveItem } from '../../src/partnerships/moves/lines.ts'
import type { Move } from '../../src/partnerships/moves/move.ts'
import { partItems, proposalItem } from '../../src/partnerships/parts/lines.ts'
import { turnOffView } from '../../src/partnerships/parts/slack.ts'
import { pilotButtons, pilotItem, pilotView } from '../../src/partnerships/pilot/views.ts'
import type { Step2, Step3 } from '../../src/partnerships/setup/draft.ts'
import { savedView, stepsMissingView, stoppedView } from '../../src/partnerships/setup/end-views.ts'
import { hoursView } from '../../src/partnerships/setup/hours-views.ts'
import { groupNotes, lookingUpView, peopleNotes, peopleView } from '../../src/partnerships/setup/people-views.ts'
import { channelsView, choice } from '../../src/partnerships/setup/views.ts'
import type { Part } from '../../src/platform/feature.ts'
import { languages, phrase } from '../../src/platform/i18n.ts'
import { itemBlocks } from '../../src/platform/slack/blocks.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'
import {
  awayMessage,
  awayModal,
  awayNoted,
  dateProblem,
  plannedMessage,
  saidInModal,
} from '../../src/workspaces/absence/views.ts'

const many = Array.from({ length: 120 }, (_, index) => `U${index}ABCDEFGH`)
const longest = 'W'.repeat(60)
const people: Step2['people'] = { marketing: many, sales: many.slice(0, 3) }
const roles = { team_lead: 'U1', deputy: 'U2', contact_person: 'U3' }
const hours: Step3 = {
  language: 'nl',
  zone: 'America/Argentina/ComodRivadavia',
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  workStart: '09:00',
  workEnd: '17:30',
  holidayCountry: 'GB',
  daysOff: Array.from({ length: 28 }, (_, day) => ({
    date: `2027-02-${String(day + 1).padStart(2, '0')}`,
    name: 'x'.repeat(90),
  })),
}
const member = (side: Member['side']): Member => ({
  side,
  person: {
    id: 'p',
    workspaceId: 'w',
    slackId: 'U1',
    name: 'Anna',
    language: 'nl',
    zone: 'UTC',
    kind: 'member',
    admin: false,
    messages: 'daily',
  },
})
const reader = member('marketing').person
const partnership = {
  id: 'p1',
  workspaceId: 'w',
  name: '<!channel> & co',
  language: 'nl' as const,
  zone: 'Europe/Amsterdam',
  channels: { marketing: 'C1', sales: 'C2', shared: 'C3' },
  workingDays: hours.workingDays,
  workStart: '09:00',
  workEnd: '17:00',
  holidayCountry: 'NL',
  pilotId: undefined,
  createdAt: 0,
  changedAt: 0,
}
const saved = {
  partnership,
  isNew: true,
  members: [member('marketing'), member('sales')],
  roles: [{ ...member('marketing'), role: 'team_lead' as const }],
  next: ['The first check-in is on Monday 30 November.'],
  daysOff: [{ date: '2026-12-25', name: 'Christmas <Day>' }],
  external: ['C1'],
  pilot: undefined,
}
const notes = { external: ['C1', 'C2', 'C3'], both: many, crowded: ['C1', 'C2'], unanswered: 12 }

const contacts = (['marketing', 'sales'] as const).flatMap((side) =>
  Array.from({ length: mostContacts }, (_, index) => ({
    ...member(side),
    subject: `${index} ${'&'.repeat(57)}`,
    person: { ...member(side).person, id: `p${index}`, name: '<'.repeat(80) },
  })),
)
const crowd = many.map((slackId) => ({
  ...member('sales'),
  person: { ...member('sales').person, id: slackId, slackId },
}))
const callable = (['marketing', 'sales'] as const).map((side) => ({
  side,
  contacts: contacts.filter((one) => one.side === side),
  leaders: [{ ...member(side), role: 'team_lead' as const }],
  members: crowd,
}))
const absences = new Map(crowd.map(({ person }) => [person.id, { until: '2026-12-30' }]))
const part: Part = {
  name: 'agreements',
  title: phrase({ en: 'Working agreements and goals', nl: 'Werkafspraken en gezamenlijke doelen' }),
  about: phrase({ en: 'x'.repeat(300), nl: 'x'.repeat(300) }),
  inUse: async () => true,
}
const moved = (what: Move['what']): Move => ({
  id: 'm1',
  partnershipId: 'p1',
  person: { ...member('sales').person, name: '<'.repeat(80), kind: 'external' },
  channelId: 'C3',
  what,
  at: 0,
})

describe.each(languages)('what is shown in %s', (language) => {
  const step1 = { name: longest, channels: partnership.channels, external: [] }
  it.each([
    ['step 1, empty', channelsView({ id: 'p1' }, true, language)],
    ['step 1, filled', channelsView({ id: 'p1', step1 }, false, language)],
    ['step 2, loading', lookingUpView('p1', 'x1', language)],
    [
      'step 2, empty',
      peopleView('p1', { people: { marketing: [], sales: [] }, roles: { marketing: {}, sales: {} } }, [], language),
    ],
    [
      'step 2, full',
      peopleView('p1', { people, roles: { marketing: roles, sales: roles } }, peopleNotes(notes, language), language),
    ],
    [
      'step 2, with user groups',
      peopleView(
        'p1',
        { people, roles: { marketing: roles, sales: roles } },
        peopleNotes(notes, language),
        language,
        Array.from({ length: 101 }, (_, index) => ({ id: `S${index}`, name: `${longest} (@${longest})` })),
      ),
    ],
    ['step 3', hoursView('p1', hours, people, language)],
    [
      'step 3, with everybody from a user group',
      hoursView(
        'p1',
        hours,
        people,
        language,
        groupNotes('sales', { added: many.slice(0, 100), leftOut: many }, language),
      ),
    ],
    [
      'step 3 of tiny teams',
      hoursView('p1', { ...hours, daysOff: [] }, { marketing: ['U1'], sales: ['U2'] }, language),
    ],
    ['the end', savedView(saved, { ...reader, language })],
    [
      'the end, changed',
      savedView(
        { ...saved, isNew: false, daysOff: [], external: [], pilot: { id: 'p2', name: longest } },
        { ...reader, language },
      ),
    ],
    ['contact persons, none', contactsView('p1', [], language)],
    ['contact persons, as many as fit', contactsView('p1', contacts, language)],
    ['a new contact person', addContactView('p1 V1', language)],
    ['turning a part off', turnOffView(part, { id: 'p1', name: longest }, language)],
    ['pilot mode', pilotView(longest, pilotButtons('p1', reader, reader, language), language)],
    ['live again', pilotView(longest, pilotButtons('p1', undefined, reader, language), language)],
    ['stopped', stoppedView('Why <not>', language)],
    ['steps missing', stepsMissingView(language)],
    ['away', awayModal(language, '2026-11-23', undefined)],
    ['away, with a day', awayModal(language, '2026-11-23', '2026-12-03')],
    ['away, noted', awayNoted('2027-12-03', '2026-11-23', language)],
    ['away, until further notice', awayNoted(undefined, '2026-11-23', language)],
    ['back', saidInModal('Welcome', language)],
  ])('fits into Slack: %s', (_, view) => {
    expect(validate(view, 'modal')).toEqual([])
  })

  it.each([
    [
      'which to change',
      choice(
        'Which?',
        Array.from({ length: 30 }, () => ({ ...partnership, name: longest })),
        language,
      ),
    ],
    ['whom to call', whoMessage(longest, callable, absences, language)],
    [
      'which whom to call',
      whichMessage(
        Array.from({ length: 60 }, () => ({ ...partnership, name: longest })),
        language,
      ),
    ],
    ['away', awayMessage('2026-12-03', '2026-11-23', language)],
    ['away later', plannedMessage({ id: 'a1', from: '2027-04-12', until: '2027-04-16' }, '2026-11-23', language)],
    ['a bad date', dateProblem('unreadable', 'x'.repeat(100), language)],
  ])('fits into Slack as a message: %s', (_, message) => {
    expect(validate(message.blocks, 'message')).toEqual([])
  })

  it.each([
    ['who came', moveItem(moved('joined'), partnership, language)],
    ['who went', moveItem(moved('left'), partnership, language)],
    ['a proposal', proposalItem(part, partnership, language, 0)],
    ['the parts', partItems([part], new Set(), partnership, language)[0]],
    ['live', pilotItem(partnership, undefined, reader, language)],
    ['pilot mode', pilotItem(partnership, { id: 'p2', name: longest }, reader, language)],
  ])('fits into Slack as a line: %s', (_, item) => {
    expect(validate(item && itemBlocks(item), 'message')).toEqual([])
  })

  it('shows everybody of whom to call who is away, however many', () => {
    const text = JSON.stringify(whoMessage(longest, callable, absences, language))
    expect(many.filter((id) => !text.includes(`<@${id}>`))).toEqual([])
  })

  it('cannot mention anybody by the name of a partnership', () => {
    const text = JSON.stringify(savedView(saved, { ...reader, language }))
    expect(text).not.toContain('<!channel>')
    expect(text).toContain('&lt;!channel&gt; &amp; co')
  })
})
