import { describe, expect, it } from 'vitest'
import { peopleView } from '../../../src/checkins/parts/views.ts'
import type { Question } from '../../../src/checkins/question.ts'
import { groups, mostPerSide, mostText } from '../../../src/checkins/questions/editing.ts'
import { questionView, theirsInWords } from '../../../src/checkins/questions/form-view.ts'
import { changesInWords, questionsView } from '../../../src/checkins/questions/list-view.ts'
import { templates } from '../../../src/checkins/templates/all.ts'
import { languages } from '../../../src/platform/i18n.ts'
import { validate } from '../../../src/playground/server/validator/validate.ts'
import { question } from '../answering/questions.ts'

const id = '01936d3a-7a00-7000-8000-000000000000'
const name = '<'.repeat(150)
const words = (length: number) => ({ en: '<'.repeat(length), nl: '&'.repeat(length) })
/** Each text as long as it can be, of what becomes longest when it is escaped. */
const largest = (side: Question['side'], n: number): Question =>
  question({
    ...{ id: `${id}${n}`, side, kind: 'choice', required: true, prefill: 'last answer', perAccount: true },
    ...{ label: words(mostText.label), hint: words(mostText.hint) },
    choices: Array.from({ length: mostText.choices }, (_, m) => ({
      id: `${m}`,
      label: { en: `${m}`.padEnd(mostText.choice, '<'), nl: `${m}`.padEnd(mostText.choice, '&') },
    })),
  })
const many = (side: Question['side'], count: number) => Array.from({ length: count }, (_, n) => largest(side, n))
const form = { checkInId: id, questionId: id, version: 999, listViewId: 'V0123456789' }

describe.each(languages)('what Slack takes of the editor of questions, in %s', (language) => {
  it.each([
    ['as many of each team as there can be', [...many('marketing', mostPerSide), ...many('sales', mostPerSide)]],
    ['as many of both as there can be', many('both', mostPerSide)],
    ['one', many('sales', 1)],
  ])('is the list of %s', (_, questions) => {
    const changes = questions.map((one) => ({ how: 'changed' as const, question: one }))
    const note = changesInWords(changes, language)
    const view = questionsView({ checkInId: id, version: 12, questions }, name, language, note)
    expect(validate(view, 'modal')).toEqual([])
  })

  it('is the list of every template', () => {
    for (const { questions } of Object.values(templates))
      expect(validate(questionsView({ checkInId: id, version: 1, questions }, 'Review', language), 'modal')).toEqual([])
  })

  it('is the form, new or full, whatever language the two teams speak', () => {
    for (const teams of languages) {
      for (const aboutAccounts of [true, false]) {
        const shown = { form, language: teams, aboutAccounts }
        expect(validate(questionView({ ...shown, question: undefined }, language), 'modal')).toEqual([])
        for (const side of groups) {
          const note = theirsInWords(largest(side, 1), language)
          const view = questionView({ ...shown, question: largest(side, 0), note }, language)
          expect(validate(view, 'modal')).toEqual([])
        }
      }
    }
  })

  it('is the form for who takes part', () => {
    const people = Array.from({ length: 60 }, (_, n) => `U${n}`)
    for (const chosen of [
      { optional: [], observer: [] },
      { optional: people, observer: people },
    ])
      expect(validate(peopleView(id, name, chosen, language), 'modal')).toEqual([])
  })

  it('quotes a question with curly quotation marks, as elsewhere', () => {
    const asked = question({ label: { en: 'Go on?', nl: 'Go on?' } })
    const view = questionsView({ checkInId: id, version: 1, questions: [asked, largest('sales', 1)] }, name, language)
    const said = [
      JSON.stringify(view.blocks),
      ...(['added', 'changed', 'removed', 'moved'] as const).map((how) =>
        changesInWords([{ how, question: asked }], language),
      ),
    ]
    for (const text of said) expect(text).toContain('“Go on?”')
  })

  it('says of the choices when they are needed: Slack calls the field optional', () => {
    const { blocks } = questionView({ form, question: undefined, language, aboutAccounts: false }, language)
    const field = blocks.find(({ block_id }) => block_id === 'choices')
    expect(JSON.stringify(field)).toMatch(/Needed where the answer is a choice|Nodig als het antwoord een keuze is/)
  })

  it('calls no field optional: Slack does, behind its label', () => {
    const shown = { form, question: largest('both', 0), language, aboutAccounts: true }
    const views = [peopleView(id, name, { optional: [], observer: [] }, language), questionView(shown, language)]
    const labels = views.flatMap(({ blocks }) => blocks.flatMap((one) => ('label' in one ? [one.label.text] : [])))
    expect(labels.length).toBeGreaterThan(10)
    expect(labels.filter((label) => /optional|optioneel/i.test(label))).toEqual([])
  })
})

describe('the form of a question', () => {
  it.each([true, false])(
    'offers to ask it about each key account only in a discussion of those: %s',
    (aboutAccounts) => {
      const view = questionView({ form, question: undefined, language: 'en', aboutAccounts }, 'en')
      expect(JSON.stringify(view).includes('about each key account')).toBe(aboutAccounts)
    },
  )
})

describe('the list of questions', () => {
  const actions = (questions: Question[]) =>
    questionsView({ checkInId: 'c', version: 1, questions }, 'Review', 'en')
      .blocks.flatMap((block) => ('elements' in block && block.type === 'actions' ? block.elements : []))
      .map(({ action_id }) => action_id?.replace(/checkins:|-question/g, ''))

  it('offers of each question only what can be done with it', () => {
    const three = ['a', 'b', 'c'].map((one) => question({ id: one }))
    expect(actions(three)).toEqual([
      ...['edit', 'lower', 'remove'],
      ...['edit', 'raise', 'lower', 'remove'],
      ...['edit', 'raise', 'remove'],
      'add',
    ])
  })

  it('does not offer to remove the last one', () => {
    expect(actions([question({})])).toEqual(['edit', 'add'])
  })

  it('mentions nobody, whatever somebody typed', () => {
    const one = question({ label: { en: '<!channel>', nl: '<!channel>' } })
    expect(
      JSON.stringify(questionsView({ checkInId: 'c', version: 1, questions: [one] }, '<@U1>', 'en')),
    ).not.toContain('<!channel>\\n')
  })

  it('says how many changes it does not name', () => {
    const changes = Array.from({ length: 8 }, () => ({ how: 'added' as const, question: question({}) }))
    expect(changesInWords(changes, 'en')).toContain('and 3 more')
    expect(changesInWords(changes, 'nl')).toContain('en nog 3')
  })
})
