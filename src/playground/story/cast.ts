import type { Seed, SeedUser } from '../server/seed.ts'

export type Side = 'marketing' | 'sales'

export interface Role extends SeedUser {
  realName: string
  side: Side
}

const dutch = { locale: 'nl-NL', tz: 'Europe/Amsterdam' }
const british = { locale: 'en-GB', tz: 'Europe/London' }

/** Fernhill makes planning software for warehouses. Nobody and nothing here exists. */
export const cast: Role[] = [
  {
    id: 'U01SANNE',
    name: 'sanne',
    realName: 'Sanne de Wit',
    title: 'Marketing · team lead',
    side: 'marketing',
    admin: true,
    ...dutch,
  },
  { id: 'U02JORIS', name: 'joris', realName: 'Joris Bakker', title: 'Marketing · events', side: 'marketing', ...dutch },
  {
    id: 'U03PRIYA',
    name: 'priya',
    realName: 'Priya Nair',
    title: 'Marketing · content',
    side: 'marketing',
    ...british,
  },
  {
    id: 'U04MAUD',
    name: 'maud',
    realName: 'Maud Visser',
    title: 'Marketing · design and film',
    side: 'marketing',
    ...dutch,
  },
  { id: 'U05DAAN', name: 'daan', realName: 'Daan Mulder', title: 'Sales · team lead', side: 'sales', ...dutch },
  { id: 'U06FLEUR', name: 'fleur', realName: 'Fleur Jansen', title: 'Sales · the South', side: 'sales', ...dutch },
  { id: 'U07TOM', name: 'tom', realName: 'Tom Ashworth', title: 'Sales · the Midlands', side: 'sales', ...british },
  { id: 'U08GRACE', name: 'grace', realName: 'Grace Okafor', title: 'Sales · London', side: 'sales', ...british },
  {
    id: 'U09RUBEN',
    name: 'ruben',
    realName: 'Ruben Smit',
    title: 'Sales · Rotterdam and ports',
    side: 'sales',
    ...dutch,
  },
  { id: 'U10IRIS', name: 'iris', realName: 'Iris Kuipers', title: 'Sales · new business', side: 'sales', ...dutch },
  {
    id: 'U11CALLUM',
    name: 'callum',
    realName: 'Callum Reid',
    title: 'Sales · Scotland and the North',
    side: 'sales',
    ...british,
  },
  { id: 'U12NOOR', name: 'noor', realName: 'Noor el Amrani', title: 'Sales · new business', side: 'sales', ...dutch },
]

export const teamLeads: Record<Side, string> = { marketing: 'sanne', sales: 'daan' }

export const namesOn = (side: Side): string[] => cast.filter((one) => one.side === side).map(({ name }) => name)

export const zone = 'Europe/Amsterdam'

export const channels = { marketing: 'C01MARKETING', sales: 'C02SALES', shared: 'C03SHARED' }

const everybody = cast.map(({ name }) => name)

export const seed: Seed = {
  team: { id: 'T01FERNHILL', name: 'Fernhill', domain: 'fernhill' },
  bot: { name: 'rondo', realName: 'Rondo' },
  users: cast.map(({ side: _side, ...user }) => user),
  channels: [
    { id: channels.marketing, name: 'marketing', members: namesOn('marketing') },
    { id: channels.sales, name: 'sales', members: namesOn('sales') },
    { id: channels.shared, name: 'marketing-sales', members: everybody },
    // Where people talk among themselves, without Rondo.
    { id: 'C04GENERAL', name: 'general', members: everybody, bot: false },
    { id: 'C05TEAMLEADS', name: 'team-leads', private: true, members: Object.values(teamLeads), bot: false },
  ],
}
