import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { insertAsked, responsesTo, saveResponse } from '../../../src/checkins/answering/store.ts'
import { type Answers, type Question, questionsFor } from '../../../src/checkins/question.ts'
import type { Response } from '../../../src/checkins/summary/chapters.ts'
import { type Summed, summaryPages } from '../../../src/checkins/summary/views.ts'
import { firstTemplate, templates } from '../../../src/checkins/templates/all.ts'
import { languages } from '../../../src/platform/i18n.ts'
import { validate } from '../../../src/playground/server/validator/validate.ts'
import { at, ids, type Name, people, saveTwoTeams, sideOf } from '../../actions/two-teams.ts'
import { engines, useDatabase } from '../../support/databases.ts'
import { saveOpening } from '../opening.ts'
import { answersOf, byAnswer, wordsIn, wordsOf } from './words.ts'

const questions = templates[firstTemplate]?.questions ?? []

const summed = (given: Partial<Summed> = {}): Summed => ({
  checkIn: 'check-in of 1 March',
  questions,
  responses: [],
  turnout: '0 of 5 answered',
  away: [],
  actions: [],
  decisions: [],
  buttons: [{ action: 'actions:add', text: 'Add action', value: 'p1:o1' }],
  ...given,
})

const responses: fc.Arbitrary<Response[]> = fc
  .array(fc.constantFrom('marketing' as const, 'sales' as const), { maxLength: 20 })
  .chain((sides) =>
    fc.tuple(
      ...sides.map((side, n) =>
        answersOf(`p${n}`, side, 1).map((answers) => ({ personId: `p${n}`, name: `Person ${n}`, side, answers })),
      ),
    ),
  )

describe('the summary', () => {
  it.each(languages)('holds every answer once and whole, within what Slack takes, in %s', (language) => {
    fc.assert(
      fc.property(responses, (given) => {
        const pages = summaryPages(summed({ responses: given }), language)
        expect(byAnswer(wordsIn(pages))).toEqual(byAnswer(wordsOf(given.map(({ answers }) => answers))))
        for (const { blocks } of pages) expect(validate(blocks, 'message')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each(languages)('goes on in further replies rather than leave anything out, in %s', (language) => {
    const long = Array.from({ length: 12 }, (_, n) => ({
      personId: `p${n}`,
      name: `Person ${n}`,
      side: n % 2 === 0 ? ('marketing' as const) : ('sales' as const),
      answers: { need: `p${n}.need.1.0 ${'<'.repeat(2_900)} p${n}.need.1.1` },
    }))
    const pages = summaryPages(summed({ responses: long }), language)
    expect(pages.length).toBeGreaterThan(1)
    expect(byAnswer(wordsIn(pages))).toEqual(byAnswer(wordsOf(long.map(({ answers }) => answers))))
    for (const { blocks } of pages) expect(validate(blocks, 'message')).toEqual([])
  })

  it('holds sixty people with answers as long as they can be, in Dutch', () => {
    const many = Array.from({ length: 60 }, (_, n) => {
      const answers = Object.fromEntries(
        questionsFor(n % 2 === 0 ? 'marketing' : 'sales', questions).map(({ id }) => [
          id,
          `p${n}.${id}.1.0 ${'<een lang verhaal> '.repeat(156)} p${n}.${id}.1.1`,
        ]),
      )
      const name = `Wilhelmina-Margaretha ${'van der '.repeat(6)}${n}`
      return { personId: `p${n}`, name, side: n % 2 === 0 ? ('marketing' as const) : ('sales' as const), answers }
    })
    const pages = summaryPages(summed({ responses: many, away: many.map(({ name }) => name) }), 'nl')
    expect(byAnswer(wordsIn(pages))).toEqual(byAnswer(wordsOf(many.map(({ answers }) => answers))))
    for (const { blocks } of pages) expect(validate(blocks, 'message')).toEqual([])
    expect(JSON.stringify(pages[0]?.blocks)).toContain('en nog 40')
  })

  it('counts choices and takes numbers together, and still says who said what', () => {
    const choice = (id: string, en: string, nl: string) => ({ id, label: { en, nl } })
    const common = { label: { en: 'Go on?', nl: 'Doorgaan?' }, hint: { en: '', nl: '' }, required: false } as const
    const asked: Question[] = [
      {
        ...common,
        ...{ id: 'go', side: 'sales', kind: 'choice', prefill: 'nothing' },
        choices: [choice('y', 'Yes', 'Ja'), choice('n', 'No', 'Nee')],
      },
      { ...common, ...{ id: 'count', side: 'both', kind: 'number', prefill: 'nothing' } },
    ]
    const person = (name: string, side: 'marketing' | 'sales', go: string, count: string): Response => {
      const answers: Answers = side === 'sales' ? { go, count } : { count }
      return { personId: name, name, side, answers }
    }
    const given = [
      person('Tom', 'sales', 'n', '1.5'),
      person('Uma', 'sales', 'y', '2'),
      person('Sofie', 'sales', 'n', '1000'),
      person('Anna', 'marketing', '', '7'),
    ]
    const [page] = summaryPages(summed({ questions: asked, responses: given }), 'nl')
    const text = JSON.stringify(page?.blocks)
    expect(text).toContain('*Ja* (1)\\nUma\\n*Nee* (2)\\nTom en Sofie')
    expect(text).toContain('*Tom* 1,5\\n*Uma* 2\\n*Sofie* 1.000\\n_Gemiddeld 334,5 (1,5 tot 1.000), samen 1.003,5_')
    expect(text).toContain('_Marketing_\\n*Anna* 7"')
  })

  it.each([
    [['7.5', '8'], 'en', '_On average 7.75 (7.5 to 8), together 15.5_'],
    [['7.5', '8'], 'nl', '_Gemiddeld 7,75 (7,5 tot 8), samen 15,5_'],
    [['1', '1', '2'], 'en', '_On average 1.33 (1 to 2), together 4_'],
    [['-0.01', '0', '0'], 'en', '_On average 0 (-0.01 to 0), together -0.01_'],
    [['8'], 'en', '8"'],
  ] as const)('says of the numbers %j both the average and the sum, of one alone neither', (numbers, language, end) => {
    const count: Question = {
      ...{ id: 'count', side: 'sales', kind: 'number', required: false, prefill: 'nothing' },
      ...{ label: { en: 'How did it feel?', nl: 'Hoe voelde het?' }, hint: { en: '', nl: '' } },
    }
    const responses = numbers.map((given, index): Response => {
      return { personId: `${index}`, name: `Tom ${index}`, side: 'sales', answers: { count: given } }
    })
    const text = JSON.stringify(summaryPages(summed({ questions: [count], responses }), language))
    expect(text).toContain(`${end}`)
    expect(text.includes('_On average') || text.includes('_Gemiddeld')).toBe(numbers.length > 1)
  })

  it('puts the two teams beside each other where both were asked', () => {
    const given: Response[] = [
      { personId: 'anna', name: 'Anna', side: 'marketing', answers: { need: 'Two references' } },
      { personId: 'tom', name: 'Tom', side: 'sales', answers: { need: 'A case study', deals: 'Vega signed' } },
    ]
    const [page] = summaryPages(summed({ responses: given }), 'en')
    const fields = page?.blocks.flatMap((block) => ('fields' in block ? [block.fields] : []))
    expect(fields).toMatchObject([
      [{ text: '_Marketing_\n*Anna*\nTwo references' }, { text: '_Sales_\n*Tom*\nA case study' }],
    ])
  })

  it('says it where one of the two teams said nothing', () => {
    const given: Response[] = [{ personId: 'anna', name: 'Anna', side: 'marketing', answers: { need: 'References' } }]
    const [page] = summaryPages(summed({ responses: given }), 'nl')
    expect(JSON.stringify(page?.blocks)).toContain('_Sales_\\n_geen antwoord_')
  })

  it('is short and kind where nobody answered, and still takes actions', () => {
    const [page, ...more] = summaryPages(summed(), 'en')
    expect(more).toEqual([])
    expect(JSON.stringify(page?.blocks)).toMatch(/Nobody got round to answering.*actions:add/)
  })

  it('lists the actions that came up, and never notifies anybody', () => {
    const actions = [{ text: 'Call <!channel>', owner: '<@UANNA>', dueDate: '2027-03-05', movedBecause: undefined }]
    const [page] = summaryPages(summed({ actions, away: ['<!here>'] }), 'en')
    const text = JSON.stringify(page?.blocks)
    expect(text).toContain('Call &lt;!channel&gt; (&lt;@UANNA&gt;, by Friday 5 March)')
    expect(text).not.toMatch(/<[!@]/)
  })
})

describe('the actions in a summary', () => {
  const agreed = { text: 'Call Vega', owner: 'Anna', dueDate: '2027-03-05', movedBecause: 'Vega is <ill>' }

  it.each([
    ['stands', {}, 'Call Vega (Anna, by Friday 5 March): moved. Vega is &lt;ill&gt;'],
    ['is done', { ended: 'done' }, 'Call Vega (Anna, by Friday 5 March): done'],
    ['is cancelled', { ended: 'cancelled', reason: 'They <left>' }, ': cancelled. They &lt;left&gt;'],
  ] as const)('say what became of one, and why: it %s', (_, became, line) => {
    const [page] = summaryPages(summed({ actions: [{ ...agreed, ...became }] }), 'en')
    expect(JSON.stringify(page?.blocks)).toContain(line)
  })
})

describe.each(engines)('the summary of what was answered and changed, on %s', (engine) => {
  const database = useDatabase(engine)
  beforeEach(async () => {
    await saveTwoTeams(database().db)
  })

  const step = fc
    .constantFrom(...people)
    .chain((name) =>
      fc
        .integer({ min: 1, max: 99 })
        .chain((version) => answersOf(name, sideOf(name), version).map((answers) => ({ name, answers }))),
    )

  it('holds the last word of each person once, whatever the order', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { db } = database()
        const occurrenceId = `o${count++}`
        await saveOpening(db, { occurrenceId, asked: [] })
        const last = new Map<Name, Answers>()
        for (const [n, { name, answers }] of steps.entries()) {
          const own = { workspaceId: ids.workspace, occurrenceId, personId: name }
          const now = at('2027-03-01 10:00') + n
          await db.transaction().execute(async (trx) => {
            await insertAsked(trx, own, { side: sideOf(name), required: true, askedAt: now }, now)
            await saveResponse(trx, own, answers, now)
          })
          last.set(name, answers)
        }
        const found = await responsesTo(db, ids.workspace, occurrenceId)
        expect(found.map(({ personId }) => personId)).toEqual([...last.keys()])
        const pages = summaryPages(summed({ responses: found }), 'en')
        expect(byAnswer(wordsIn(pages))).toEqual(byAnswer(wordsOf([...last.values()])))
      }),
      { numRuns: 15 },
    )
  })
})
