/** What is noted of a set-up: all that it settles, by ids. */
import type { Db, Transaction } from '../../../db/schema.ts'
import { audit, differences, type Noted } from '../../platform/audit.ts'
import type { Person } from '../../platform/person.ts'
import { type Partnership, sides } from '../partnership.ts'
import { placesIn } from '../people/membership-store.ts'
import { rolesOf } from '../people/store.ts'
import { findPartnership, ownDaysOff } from '../store.ts'

/** How it all stands; undefined where there is no such partnership yet. */
export async function settled(db: Db, workspaceId: string, id: string): Promise<Noted | undefined> {
  const partnership = await findPartnership(db, workspaceId, id)
  if (!partnership) return undefined
  const places = (await placesIn(db, id)).map(({ personId, side }): [string, string] => [`person ${personId}`, side])
  const roles = (await rolesOf(db, id)).map(({ side, role, person }): [string, string] => [
    `${side} ${role}`,
    person.id,
  ])
  const daysOff = (await ownDaysOff(db, id)).map(({ date }) => date).join(' ')
  return { ...ofItself(partnership), daysOff, ...Object.fromEntries([...places, ...roles]) }
}

function ofItself({ name, channels, language, zone, ...hours }: Partnership): Noted {
  const { workingDays, workStart, workEnd, holidayCountry } = hours
  const inChannels = ([...sides, 'shared'] as const).map((one) => [`${one} channel`, channels[one]])
  return {
    ...{ name, ...Object.fromEntries(inChannels), language, zone },
    ...{ workingDays: workingDays.join(' '), workStart, workEnd, holidayCountry },
  }
}

/** Notes what somebody settled anew; nothing where it all stands as before. */
export async function noteSetUp(
  trx: Transaction,
  by: Person,
  id: string,
  before: Noted | undefined,
  now: number,
): Promise<void> {
  const after = (await settled(trx, by.workspaceId, id)) ?? {}
  const changed = differences(before ?? {}, after)
  if (Object.keys(changed).length === 0) return
  const what = before ? 'partnerships:changed' : 'partnerships:made'
  await audit(trx, by, { what, about: { partnership: id, ...changed } }, now)
}
