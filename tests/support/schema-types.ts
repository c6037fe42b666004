import { readFileSync } from 'node:fs'

export interface ColumnType {
  table: string
  column: string
  type: 'text' | 'integer'
  nullable: boolean
  /** The only values allowed, where it is not any text. */
  values: string[]
}

/** The columns as db/schema.ts says them: tables are members of Schema, columns members of the interface named there. */
export function columnTypes(): ColumnType[] {
  const source = readFileSync(new URL('../../db/schema.ts', import.meta.url), 'utf8').replaceAll(/\/\*\*.*?\*\//gs, '')
  const aliases = new Map(
    [...source.matchAll(/export type (\w+) =((?:\s*\|\s*'\w+')+)/g)].map(([, name, union]) => [name, union]),
  )
  return membersOf(source, 'Schema').flatMap(([table, name]) =>
    membersOf(source, name).map(([column, written]) => {
      const type = aliases.get(written) ?? written.replace(/^Generated<(.*)>$/, '$1')
      const values = [...type.matchAll(/'(\w+)'/g)].map(([, value]) => value ?? '')
      return {
        table,
        column,
        type: /\bnumber\b/.test(type) ? 'integer' : 'text',
        nullable: /\bnull\b/.test(type),
        values,
      }
    }),
  )
}

function membersOf(source: string, name: string): [string, string][] {
  const body = new RegExp(`interface ${name} \\{([^}]*)\\}`).exec(source)?.[1]
  if (body === undefined) throw new Error(`db/schema.ts has no interface ${name}`)
  return [...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, member, type]) => [member ?? '', type ?? ''])
}
