import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstSlot, nextSlot } from '../../src/calendar/slots.ts'
import { isZone, startOfDay, toInstant, toLocal } from '../../src/calendar/wall-time.ts'
import { addWorkingHours, type WorkingTime, workingHoursBetween } from '../../src/calendar/working-time.ts'
import { daysOfChange, instantOf, oddZones, offsetOf, textsOf, wallTimesAround } from './oracle.ts'

const machineZone = process.env.TZ
const winter = Date.UTC(2027, 0, 1)

describe.each([
  ['UTC', 0],
  ['Europe/Amsterdam', -60],
  ['America/Havana', 300],
])('on a machine set to %s', (zone, minutesBehind) => {
  beforeAll(() => {
    process.env.TZ = zone
  })

  afterAll(() => {
    if (machineZone === undefined) delete process.env.TZ
    else process.env.TZ = machineZone
  })

  it('local Dates really are in that zone, so that a leak would show', () => {
    expect(new Date(winter).getTimezoneOffset()).toBe(minutesBehind)
  })

  it('every wall time around the clock changes of 2027 has its own instant', () => {
    for (const name of oddZones) {
      const offset = offsetOf(name)
      const walls = daysOfChange(offset, winter, Date.UTC(2028, 0, 1)).flatMap(wallTimesAround)
      const instants = walls.map((wall) => toInstant(textsOf(wall).date, textsOf(wall).time, name))
      expect(instants).toEqual(walls.map((wall) => instantOf(wall, offset)))
    }
  })

  it('days, hours and slots are those of the zone asked for', () => {
    const working: WorkingTime = {
      zone: 'Europe/Amsterdam',
      days: [1, 2, 3, 4, 5, 6, 7],
      start: '01:00',
      end: '09:00',
      daysOff: new Set(['2027-03-27']),
    }
    const rule = {
      cadence: { kind: 'weekly', every: 1, weekdays: [6, 7], anchor: '2027-03-01' },
      time: '02:30',
      working,
      onDayOff: 'skip',
    } as const
    const night = Date.parse('2027-03-28T00:00Z')
    expect(isZone('America/Havana')).toBe(true)
    expect(startOfDay('2027-03-29', 'Europe/Amsterdam')).toBe(Date.parse('2027-03-28T22:00Z'))
    expect(toLocal(night, 'America/Havana')).toEqual({ date: '2027-03-27', time: '20:00' })
    expect(addWorkingHours(night, 8, working)).toBe(Date.parse('2027-03-29T00:00Z'))
    expect(workingHoursBetween(night, Date.parse('2027-03-28T22:00Z'), working)).toBe(7)
    expect(firstSlot(rule, '2027-03-27')?.skipped).toBe('day off')
    expect(nextSlot(rule, '2027-03-27')).toEqual({
      slot: '2027-03-28',
      date: '2027-03-28',
      dueAt: Date.parse('2027-03-28T01:30Z'),
    })
  })
})
