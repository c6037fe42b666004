import type { Db } from '../../../db/schema.ts'
import { partnershipsOf } from '../../partnerships/index.ts'
import type { ExportTable } from '../../platform/feature.ts'
import type { Language } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import type { Action } from '../action.ts'
import { allActions } from '../store.ts'
import * as say from './messages.ts'

/** All actions of somebody's partnerships: what was promised and what became of it, not when anybody did something. */
export async function actionsTable(db: Db, person: Person, _now: number): Promise<ExportTable[]> {
  const { language, workspaceId } = person
  const all = (await partnershipsOf(db, person.id)).map(async ({ id, name }) =>
    (await allActions(db, workspaceId, id)).map((action) => [name, ...rowOf(action, language)]),
  )
  const rows = (await Promise.all(all)).flat()
  return [{ name: say.fileName(language), columns: say.columns[language], rows }]
}

function rowOf({ text, owner, dueDate, moves, movedBecause, end }: Action, language: Language): (string | number)[] {
  const state = say.state[end?.how ?? 'open'](language)
  return [text, owner?.name ?? '', dueDate, state, moves, movedBecause ?? '', end?.reason ?? '']
}
