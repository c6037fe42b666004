import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/checkins/decisions/decision.ts'
import type { Occurrence } from '../../src/checkins/occurrence.ts'
import { stillOpenBlocks } from '../../src/checkins/opening/still-open.ts'
import { openingMessage } from '../../src/checkins/opening/views.ts'
import type { Participant } from '../../src/checkins/participants/participant.ts'
import { firstTemplate, templates } from '../../src/checkins/templates/all.ts'
import { comingItem, missedItem, waitingItem } from '../../src/checkins/views.ts'
import { languages } from '../../src/platform/i18n.ts'
import type { Item } from '../../src/platform/rendered.ts'
import { context, itemBlocks } from '../../src/platform/slack/blocks.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'
import { at, partnershipRef } from '../actions/two-teams.ts'

const id = '01936d3a-7a00-7000-8000-000000000000'
const checkIn = {
  id,
  workspaceId: id,
  partnershipId: id,
  scheduleId: id,
  template: firstTemplate,
  name: '',
  channelId: 'CSHARED',
  answerHours: 8,
  meetingAt: undefined,
  ownZone: false,
}
const channels = { marketing: 'CMARKETING', sales: 'CSALES', shared: 'CSHARED' }
const open: Occurrence = {
  id,
  workspaceId: id,
  checkIn,
  slot: '2027-03-01',
  dueAt: at('2027-03-01 09:00'),
  openedAt: at('2027-03-01 09:00'),
  deadlineAt: at('2027-03-01 17:00'),
  questions: templates[firstTemplate]?.questions ?? [],
  closed: undefined,
}
const closed: Occurrence = { ...open, closed: { at: at('2027-03-01 17:00'), why: 'deadline' } }
/** A name of somebody's own choosing, longer than any title holds. */
const named = (occurrence: Occurrence) => ({ ...occurrence, checkIn: { ...checkIn, name: 'Pipeline '.repeat(30) } })

const participant: Participant = {
  personId: id,
  slackId: 'UANNA',
  name: 'Anna',
  side: 'marketing',
  zone: 'Europe/Amsterdam',
  answered: false,
  skipped: false,
  away: true,
  left: false,
  required: true,
}
const item: Item = {
  id: 'actions:1',
  title: '&lt;'.repeat(300),
  detail: 'Tom',
  from: 0,
  buttons: [
    { action: 'actions:done', text: 'Done', value: '1' },
    { action: 'actions:move', text: 'Move', value: '1' },
  ],
}
const longName = 'Wilhelmina-Margaretha van der Brandt-Oosterhuis & Zonen'
const addAction = { action: 'actions:add', text: 'Add action', value: `${id}:${id}` }

const decision: Decision = {
  id,
  workspaceId: id,
  partnershipId: id,
  occurrenceId: id,
  text: '&'.repeat(300),
  by: { id, name: 'Anna-Wilhelmina van der Brandt-Oosterhuis' },
  at: open.openedAt,
  withdrawn: undefined,
}
const much = {
  facilitator: '<Anna>'.repeat(12),
  figures: Array.from({ length: 30 }, () => 'x'.repeat(200)),
  outcomes: Array.from({ length: 30 }, () => 'y'.repeat(200)),
  decisions: Array.from({ length: 30 }, () => decision),
  accounts: Array.from({ length: 3 }, () => 'z'.repeat(300)),
}

describe.each(languages)('what Slack takes of check-ins, in %s', (language) => {
  const partnership = { ...partnershipRef(language), name: 'A'.repeat(80) }
  const reader = { language, zone: 'Europe/Amsterdam' }

  it.each([
    ['open', open],
    ['open, with a long name', named(open)],
    ['closed', closed],
  ])('is the first post, %s, with much still open', (_, occurrence) => {
    const { blocks, text } = openingMessage({
      occurrence,
      partnership,
      participants: Array.from({ length: 60 }, () => ({ ...participant, name: longName })),
      awayThen: [longName],
      ...much,
      stillOpen: [...Array.from({ length: 60 }, () => item), { ...item, overdue: true }],
      postedAt: at('2027-03-01 12:00'),
      addAction,
    })
    expect(validate(blocks, 'message')).toEqual([])
    expect(text.length).toBeLessThan(4000)
  })

  it('is every line that waits for somebody', () => {
    const items = [
      waitingItem(named(open), partnership, reader),
      comingItem(checkIn, partnership, { dueAt: open.dueAt, now: open.dueAt - 86_400_000 }, 'today', reader),
      comingItem(checkIn, partnership, { dueAt: open.dueAt, now: open.dueAt - 86_400_000 }, 'later', reader),
      missedItem(checkIn, { ...partnership, channels }, { dueAt: open.dueAt, why: 'no time', canHold: true }, reader),
      missedItem(checkIn, { ...partnership, channels }, { dueAt: open.dueAt, why: 'refused', canHold: true }, reader),
      missedItem(
        checkIn,
        { ...partnership, channels },
        { dueAt: open.dueAt, why: 'no accounts', canHold: true },
        reader,
      ),
    ]
    expect(validate(items.flatMap(itemBlocks), 'message')).toEqual([])
  })
})

describe('a check-in that was missed', () => {
  it.each([
    ['refused', 'choose another channel with `/rondo setup`'],
    ['no accounts', '`/rondo account`'],
    ['no time', 'with the full time for everyone'],
  ] as const)('says what to do where it was %s', (why, words) => {
    const missed = { dueAt: open.dueAt, why, canHold: true }
    const reader = { language: 'en' as const, zone: 'Europe/Amsterdam' }
    expect(missedItem(checkIn, { ...partnershipRef(), channels }, missed, reader).detail).toContain(words)
  })
})

describe('the first post of a check-in', () => {
  const posted = (occurrence: Occurrence, stillOpen: Item[] = [], figures: string[] = []) =>
    openingMessage({
      occurrence,
      partnership: partnershipRef(),
      participants: [],
      awayThen: [],
      facilitator: undefined,
      figures,
      outcomes: [],
      decisions: [],
      accounts: [],
      stillOpen,
      postedAt: occurrence.dueAt,
      addAction,
    })
  const shown = (occurrence: Occurrence, stillOpen: Item[]) => JSON.stringify(posted(occurrence, stillOpen).blocks)

  it('mentions nobody, whatever name somebody gave the check-in', () => {
    const { text, blocks } = posted({ ...open, checkIn: { ...checkIn, name: '<!channel> R&D' } })
    expect(text).toBe('&lt;!channel&gt; R&amp;D: Monday 1 March')
    expect(blocks[0]).toMatchObject({
      type: 'header',
      text: { type: 'plain_text', text: '<!channel> R&D: Monday 1 March' },
    })
  })

  it('says how many lines it leaves out', () => {
    const many = Array.from({ length: 14 }, (_, n) => ({ ...item, title: `Line ${n}` }))
    expect(shown(open, many)).toContain('And 4 more')
    expect(shown(open, many)).toContain('Still open between the two teams* (14)')
  })

  it('says how many numbers it leaves out, and sends nobody to look for them elsewhere', () => {
    const { blocks } = posted(
      open,
      [],
      Array.from({ length: 10 }, (_, n) => `Number ${n}`),
    )
    const list = blocks.map((block) => JSON.stringify(block)).find((block) => block.includes('Number 0'))
    expect(list).toContain('Number 7\\nAnd 2 more."')
  })

  it('names nothing that is overdue and not to be named yet', () => {
    const text = shown(open, [{ ...item, title: 'Send the price list', overdue: true, discreet: true }])
    expect(text).not.toContain('Send the price list')
    expect(text).toContain('1 is overdue')
  })

  it.each([
    ['en', 0, 1, '1 is overdue; its owner sees it with `/rondo`.'],
    ['en', 0, 2, '2 are overdue; their owners see them with `/rondo`.'],
    ['en', 1, 1, 'Besides these, 1 is overdue; its owner sees it with `/rondo`.'],
    ['en', 1, 2, 'Besides these, 2 are overdue; their owners see them with `/rondo`.'],
    [
      'en',
      12,
      2,
      'And 2 more: see `/rondo actions`.\nBesides these, 2 are overdue; their owners see them with `/rondo`.',
    ],
    ['nl', 0, 1, '1 is te laat; de eigenaar ziet het met `/rondo`.'],
    ['nl', 0, 2, '2 zijn te laat; de eigenaars zien ze met `/rondo`.'],
    ['nl', 1, 1, 'Daarnaast is er 1 te laat; de eigenaar ziet het met `/rondo`.'],
    ['nl', 12, 2, 'En nog 2: zie `/rondo acties`.\nDaarnaast zijn er 2 te laat; de eigenaars zien ze met `/rondo`.'],
  ] as const)(
    'sets what is not to be named apart from the lines above it, in %s: %i and %i',
    (language, named, unnamed, note) => {
      const line = { ...item, title: 'Send the price list' }
      const discreet = { ...line, overdue: true, discreet: true }
      const items = [...Array.from({ length: named }, () => line), ...Array.from({ length: unnamed }, () => discreet)]
      const [heading, ...below] = stillOpenBlocks(items, { blocks: 40, length: 9_000 }, language)
      expect(JSON.stringify(heading)).toContain(`(${named + unnamed})`)
      expect(below.at(-1)).toEqual(context(note))
    },
  )
})
