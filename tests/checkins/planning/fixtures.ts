import type { CheckIn } from '../../../src/checkins/occurrence.ts'
import type { Partnership } from '../../../src/partnerships/index.ts'

export const partnership: Partnership = {
  id: 'p1',
  workspaceId: 'w1',
  name: 'Acme',
  language: 'en',
  zone: 'Europe/Amsterdam',
  channels: { marketing: 'CMARKETING', sales: 'CSALES', shared: 'CSHARED' },
  workingDays: [1, 2, 3, 4, 5],
  workStart: '09:00',
  workEnd: '17:00',
  holidayCountry: '',
  pilotId: undefined,
  createdAt: 0,
  changedAt: 0,
}
export const checkIn: CheckIn = {
  id: 'c1',
  workspaceId: 'w1',
  partnershipId: 'p1',
  scheduleId: 's1',
  template: 'blank',
  name: '',
  channelId: 'CSHARED',
  answerHours: 8,
  meetingAt: undefined,
  ownZone: false,
}
