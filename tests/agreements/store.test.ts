import { beforeEach, describe, expect, it } from 'vitest'
import type { Db, Transaction } from '../../db/schema.ts'
import type { Agreement } from '../../src/agreements/agreement.ts'
import { consent } from '../../src/agreements/consenting.ts'
import type { Content } from '../../src/agreements/content.ts'
import { currentVersion } from '../../src/agreements/index.ts'
import { findIn } from '../../src/agreements/showing.ts'
import {
  agreedIn,
  agreementsOf,
  anyInForce,
  findAgreement,
  insertOutcome,
  insertVersion,
  lockAgreement,
  lockSubject,
  renew,
} from '../../src/agreements/store.ts'
import { findVersion, versionsOf } from '../../src/agreements/version-store.ts'
import { at, ids, personOf, saveTwoTeams } from '../actions/two-teams.ts'
import { savedPartnership } from '../partnerships/partnerships.ts'
import { engines, useDatabase } from '../support/databases.ts'

const now = at('2027-03-01 10:00')
const acme = { workspaceId: ids.workspace, partnershipId: ids.partnership }
const rules = (...texts: string[]) => ({ kind: 'rules' as const, rules: texts })

describe.each(engines)('agreements on %s', (engine) => {
  const database = useDatabase(engine)
  beforeEach(() => saveTwoTeams(database().db))
  const db = (): Db => database().db
  const transaction = <T>(work: (trx: Transaction) => Promise<T>): Promise<T> => db().transaction().execute(work)

  async function about(kind: Agreement['kind'] = 'rules', leadType = '', partnershipId = ids.partnership) {
    const agreement = await transaction((trx) => lockSubject(trx, { ...acme, partnershipId, kind, leadType }, now))
    if (!agreement) throw new Error('It is not kept.')
    return agreement
  }
  const proposed = (agreement: Agreement, content: Content = rules('Be kind'), when = now) =>
    transaction((trx) => insertVersion(trx, agreement, { content, why: 'It helps', by: 'tom' }, when))
  async function get(id: string): Promise<Agreement> {
    const agreement = await findAgreement(db(), ids.workspace, id)
    if (!agreement) throw new Error('no such agreement')
    return agreement
  }
  /** Both sides agree to what is proposed. */
  async function agreed(id: string, when = now) {
    return transaction(async (trx) => {
      const agreement = await lockAgreement(trx, ids.workspace, id)
      if (!agreement?.proposal) throw new Error('nothing is proposed')
      const sides = ['marketing', 'sales'] as const
      return consent(trx, agreement, agreement.proposal, { sides, by: 'anna', today: '2027-03-01' }, when)
    })
  }

  it('keeps what was proposed, by whom and why', async () => {
    const agreement = await about()
    const id = await proposed(agreement)
    expect(await get(agreement.id)).toEqual({
      id: agreement.id,
      ...acme,
      kind: 'rules',
      leadType: undefined,
      inForce: undefined,
      proposal: {
        id,
        agreementId: agreement.id,
        content: rules('Be kind'),
        why: 'It helps',
        proposedAt: now,
        proposedBy: { id: 'tom', name: 'Tom' },
        consents: [],
        outcome: undefined,
      },
    })
  })

  it('is one for each kind, and for lead definitions one for each lead type, however it is spelled', async () => {
    const demo = await about('lead_definition', 'Demo request')
    expect((await about('lead_definition', ' demo  REQUEST')).id).toBe(demo.id)
    expect(demo.leadType).toBe('Demo request')
    expect((await about('lead_definition', 'Event')).id).not.toBe(demo.id)
    expect((await about()).id).toBe((await about()).id)
    const elsewhere = await savedPartnership(db(), ids.workspace)
    expect((await about('rules', '', elsewhere.id)).id).not.toBe((await about()).id)
    expect((await agreementsOf(db(), ids.workspace, ids.partnership)).map(({ leadType }) => leadType)).toEqual([
      undefined,
      'Demo request',
      'Event',
    ])
  })

  it('holds from when both sides agreed, with a number and a review date, and waits until then', async () => {
    const { id } = await about()
    const versionId = await proposed(await get(id))
    const agreement = await get(id)
    const forSales = { sides: ['sales'] as const, by: 'sofie', today: '2027-03-01' }
    const number = transaction((trx) => consent(trx, agreement, { id: versionId, consents: [] }, forSales, now))
    expect(await number).toBeUndefined()
    expect((await get(id)).proposal?.consents).toEqual([{ side: 'sales', by: { id: 'sofie', name: 'Sofie' } }])
    expect(await anyInForce(db(), ids.partnership)).toBe(false)
    expect(await agreed(id)).toBe(1)
    const { inForce, proposal } = await get(id)
    expect(proposal).toBeUndefined()
    expect(inForce).toMatchObject({ number: 1, since: now, reviewDate: '2027-09-01', renewedBy: [] })
    expect(inForce?.version.consents.map(({ side, by }) => `${side} ${by.id}`)).toEqual([
      'marketing anna',
      'sales sofie',
    ])
    expect(await anyInForce(db(), ids.partnership)).toBe(true)
  })

  it('counts on where it changes, and keeps what held before', async () => {
    const { id } = await about()
    await proposed(await get(id))
    await agreed(id)
    await proposed(await get(id), rules('Be kind', 'Be quick'), now + 1)
    expect((await get(id)).inForce?.version.content).toEqual(rules('Be kind'))
    expect(await agreed(id, now + 2)).toBe(2)
    expect((await get(id)).inForce).toMatchObject({ number: 2, version: { content: rules('Be kind', 'Be quick') } })
    const all = await versionsOf(db(), id)
    expect(all.map(({ outcome }) => outcome?.how === 'agreed' && outcome.number)).toEqual([2, 1])
    expect(await versionsOf(db(), id, { from: 1, count: 5 })).toEqual(all.slice(1))
  })

  it('remembers what was replaced or withdrawn, and by whom', async () => {
    const { id } = await about()
    for (const how of ['replaced', 'withdrawn'] as const) {
      const versionId = await proposed(await get(id))
      const agreement = await get(id)
      await transaction((trx) => insertOutcome(trx, agreement, versionId, { how, by: 'sofie' }, now + 5))
      const version = await findVersion(db(), ids.workspace, versionId)
      expect(version?.outcome).toEqual({ how, at: now + 5, by: { id: 'sofie', name: 'Sofie' } })
    }
    expect(await get(id)).toMatchObject({ inForce: undefined, proposal: undefined })
    expect(await agreedIn(db(), acme, { since: 0, until: now * 2 })).toEqual([])
  })

  it('is asked about again once both sides said that it is still right', async () => {
    const { id } = await about()
    await proposed(await get(id))
    await agreed(id)
    const says = async (side: 'marketing' | 'sales', next: string | undefined) => {
      const agreement = await get(id)
      const { inForce } = agreement
      if (!inForce) throw new Error('nothing holds')
      await transaction((trx) => renew(trx, agreement, inForce, { sides: [side], by: 'anna', next }, now))
    }
    await says('marketing', undefined)
    expect((await get(id)).inForce).toMatchObject({ reviewDate: '2027-09-01', renewedBy: ['marketing'] })
    await says('sales', '2028-03-01')
    expect((await get(id)).inForce).toMatchObject({ reviewDate: '2028-03-01', renewedBy: [] })
  })

  it('lists what was agreed from a moment on until another', async () => {
    const demo = await about('lead_definition', 'Demo request')
    await proposed(demo)
    await agreed(demo.id, now)
    const agreedFrom = (since: number, until: number) => agreedIn(db(), acme, { since, until })
    expect(await agreedFrom(now, now + 1)).toEqual([{ kind: 'lead_definition', leadType: 'Demo request', number: 1 }])
    expect(await agreedFrom(now - 1, now)).toEqual([])
    expect(await agreedFrom(now + 1, now + 2)).toEqual([])
  })

  it('tells others what holds, and under which version', async () => {
    const demo = await about('lead_definition', 'Demo request')
    const content = {
      kind: 'lead_definition' as const,
      criteria: [{ id: 'i1', text: 'Budget', required: true }],
      fields: [],
    }
    const first = await transaction((trx) => insertVersion(trx, demo, { content, why: '', by: 'tom' }, now))
    expect(await currentVersion(db(), ids.partnership, 'lead_definition', 'demo request')).toBeUndefined()
    await agreed(demo.id)
    await proposed(await get(demo.id), undefined, now + 1)
    expect(await currentVersion(db(), ids.partnership, 'lead_definition', 'demo request')).toEqual({
      id: first,
      number: 1,
      content,
    })
    expect(await currentVersion(db(), ids.partnership, 'lead_definition', 'Event')).toBeUndefined()
    expect(await currentVersion(db(), ids.partnership, 'rules')).toBeUndefined()
  })

  it('is not found under a partnership it is not of, whose right was asked', async () => {
    const { id } = await about()
    const place = { partnershipId: ids.partnership, kind: 'rules' as const, agreementId: id, versionId: undefined }
    expect(await findIn(db(), personOf('anna'), place)).toMatchObject({ id })
    const elsewhere = await savedPartnership(db(), ids.workspace)
    expect(await findIn(db(), personOf('anna'), { ...place, partnershipId: elsewhere.id })).toBeUndefined()
  })

  it('is not found from another workspace', async () => {
    const { id } = await about()
    const versionId = await proposed(await get(id))
    expect(await findAgreement(db(), 'w2', id)).toBeUndefined()
    expect(await findVersion(db(), 'w2', versionId)).toBeUndefined()
    expect(await agreementsOf(db(), 'w2', ids.partnership)).toEqual([])
  })
})
