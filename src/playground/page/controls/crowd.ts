import type { PersonCard } from '../wire.ts'

export interface Side {
  /** As the titles of these people begin; undefined for those without a title. */
  name: string | undefined
  people: PersonCard[]
}

/** The people of a workspace by side: a title is `side · what they do`. Those who left stand in no side. */
export function sidesOf(people: Iterable<PersonCard>): { sides: Side[]; left: PersonCard[] } {
  const all = [...people].filter(({ kind }) => kind === 'person')
  const sides = new Map<string, PersonCard[]>()
  for (const one of all.filter(({ deleted }) => !deleted)) {
    const { side } = roleOf(one)
    sides.set(side, [...(sides.get(side) ?? []), one])
  }
  const named = [...sides].filter(([name]) => name !== '').map(([name, people]) => ({ name, people }))
  const others = sides.get('')
  return {
    sides: others ? [...named, { name: undefined, people: others }] : named,
    left: all.filter(({ deleted }) => deleted),
  }
}

/** `Sales · the South` in its two parts; a title without a side is the side. */
export function roleOf({ title }: PersonCard): { side: string; role: string } {
  const [side = '', ...role] = title.split('·').map((part) => part.trim())
  return { side, role: role.join(' · ') }
}

/** Somebody whose eyes see something else than these: another language or zone before another side, that before anyone. */
export function somebodyElse(me: PersonCard, people: Iterable<PersonCard>): PersonCard | undefined {
  const others = [...people].filter(({ id, kind, deleted }) => id !== me.id && kind === 'person' && !deleted)
  const difference = (one: PersonCard) =>
    (languageOf(one) !== languageOf(me) ? 2 : 0) +
    (one.tz !== me.tz ? 2 : 0) +
    (roleOf(one).side !== roleOf(me).side ? 1 : 0)
  return others.toSorted((a, b) => difference(b) - difference(a))[0]
}

/** `nl` of `nl-NL`. */
export function languageOf({ locale }: PersonCard): string {
  return locale.split('-')[0] ?? locale
}
