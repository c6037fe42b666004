import type { Pick, Update } from '../../accounts/index.ts'
import { type Language, languages } from '../../platform/i18n.ts'
import { type Answers, type Question, questionsFor, type Side, sides } from '../question.ts'

/** Whether a check-in asks about key accounts at all. */
export const isAboutAccounts = (questions: readonly Question[]): boolean =>
  questions.some(({ perAccount }) => perAccount)

/**
 * What one date asks: each question about accounts once for each account of the day, of its owners; then what is asked anyway.
 * The questions it was made from stay among them and are asked of nobody: the first post shows them once.
 * An owner who is away is among those it is for, should they come back while it is open.
 * @param standing who is there: a side with neither an owner nor anybody in their place is not asked
 */
export function questionsAbout(picks: readonly Pick[], questions: readonly Question[], standing: Standing): Question[] {
  const about = questions.filter(({ perAccount }) => perAccount)
  const asked = picks.flatMap((pick) =>
    about.flatMap(({ perAccount: _, ...question }): Question[] => {
      const people = sidesOf(question).flatMap((side) => askedOn(side, pick, standing))
      if (people.length === 0) return []
      return [
        { ...question, id: `${question.id}:${pick.id}`, label: named(pick, question), accountId: pick.id, people },
      ]
    }),
  )
  return [...asked, ...questions]
}

/** Who is there on the day. All by id. */
export interface Standing {
  /** Who is asked in the place of an owner: where a side has none, and where that one is away. */
  instead: Partial<Record<Side, string>>
  away: ReadonlySet<string>
}

function askedOn(side: Side, { owners }: Pick, { instead, away }: Standing): string[] {
  const owner = owners[side]?.id
  const other = instead[side]
  if (owner !== undefined && (!away.has(owner) || other === undefined)) return [owner]
  return [...new Set([owner, other])].filter((id) => id !== undefined)
}

/** Who is in charge of an account for a side now, by id. */
type InCharge = (accountId: string, side: Side) => string | undefined

/**
 * The same questions where some of those they are for are gone: on each side where nobody is left to answer about an account,
 * they go to who is in charge of it now.
 * @param sideOf the side each person speaks for in this check-in, by id; who is gone without having answered is not in it
 */
export function passedOn(
  questions: readonly Question[],
  sideOf: ReadonlyMap<string, Side>,
  inCharge: InCharge,
): Question[] {
  return questions.map((question) => {
    const { accountId, people } = question
    if (accountId === undefined || people === undefined) return question
    const there = people.filter((id) => sideOf.has(id))
    if (there.length === people.length) return question
    const next = sidesOf(question).flatMap((side) =>
      there.some((id) => sideOf.get(id) === side) ? [] : (inCharge(accountId, side) ?? []),
    )
    return { ...question, people: [...there, ...next] }
  })
}

const sidesOf = ({ side: asked }: Question): Side[] => sides.filter((side) => asked === side || asked === 'both')

const named = (pick: Pick, { label }: Question): Record<Language, string> => {
  const entries = languages.map((language) => [language, `${pick.name}: ${label[language]}`] as const)
  return { en: '', nl: '', ...Object.fromEntries(entries) }
}

/** What the answers to a template's question are on an account's timeline; to any other one, what changed. */
const kinds: Readonly<Record<string, Update['kind']>> = { says: 'customer', public: 'customer', next: 'next step' }

/** What somebody said about each account they were asked about; nothing about those they left out. By account id. */
export function updatesIn(
  answers: Answers,
  { side, personId }: { side: Side; personId: string },
  questions: readonly Question[],
): Map<string, Update[]> {
  const asked = questionsFor(side, questions, personId)
  const byAccount = Map.groupBy(asked, ({ accountId }) => accountId)
  const updates = [...byAccount].flatMap(([accountId, about]): [string, Update[]][] => {
    if (accountId === undefined) return []
    const said = about.flatMap(({ id }): Update[] => {
      const text = answers[id]
      return text === undefined ? [] : [{ kind: kinds[id.split(':')[0] ?? ''] ?? 'changed', text }]
    })
    return [[accountId, said]]
  })
  return new Map(updates)
}
