import { describe, expect, it } from 'vitest'
import { askMessage as whoseAccounts } from '../../src/accounts/list-views.ts'
import { askMessage as whoseAgreements } from '../../src/agreements/views.ts'
import { whichMessage } from '../../src/partnerships/contacts/views.ts'
import { choice } from '../../src/partnerships/setup/views.ts'
import { languages } from '../../src/platform/i18n.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'

const partnership = {
  ...{ id: 'p', workspaceId: 'w', name: 'W'.repeat(60), language: 'nl' as const, zone: 'Europe/Amsterdam' },
  ...{
    channels: { marketing: 'C1', sales: 'C2', shared: 'C3' },
    workingDays: [],
    workStart: '09:00',
    workEnd: '17:00',
  },
  ...{ holidayCountry: 'NL', pilotId: undefined, createdAt: 0, changedAt: 0 },
}
const so = (many: number) => Array.from({ length: many }, (_, n) => ({ ...partnership, id: `p${n}` }))

describe.each(languages)('the question which of many partnerships, in %s', (language) => {
  it.each([
    ['whom to call in', whichMessage, { en: '/rondo who', nl: '/rondo wie' }],
    [
      'whose agreements',
      (many: ReturnType<typeof so>) => whoseAgreements(language, many),
      { en: '/rondo agreements', nl: '/rondo afspraken' },
    ],
    [
      'whose key accounts',
      (many: ReturnType<typeof so>) => whoseAccounts(language, many, 'Vega'),
      { en: '/rondo account', nl: '/rondo account' },
    ],
    [
      'to change',
      (many: ReturnType<typeof so>) => choice('Which?', many, language),
      { en: '/rondo settings', nl: '/rondo instellingen' },
    ],
  ])('%s, says how to reach one that has no button, where there is one', (_, ask, way) => {
    expect(JSON.stringify(ask(so(40), language))).not.toContain(way[language])
    const { blocks } = ask(so(41), language)
    expect(JSON.stringify(blocks)).toContain(`\`${way[language]}\``)
    expect(validate(blocks, 'message')).toEqual([])
  })
})
