import { sql } from 'kysely'
import type { Db } from '../../db/schema.ts'
import type { Engine } from '../../src/platform/database/database.ts'

/** The schema as the database itself prints it: each table, then its indexes, in the order of their names. */
export function schemaText(db: Db, engine: Engine): Promise<string> {
  return engine === 'sqlite' ? sqliteText(db) : postgresText(db)
}

async function sqliteText(db: Db): Promise<string> {
  // Its own statistics are there or not.
  const { rows } = await sql<{ text: string }>`
    select sql as text from sqlite_schema where sql is not null and name not glob 'sqlite_*' order by tbl_name, type desc, name`.execute(
    db,
  )
  return rows.map(({ text }) => `${text.replaceAll(/^ {4}/gm, '')};\n`).join('\n')
}

interface Line {
  of_table: string
  text: string
}

/** Written from the catalogue, as pg_dump does it; that program is not on every machine. */
async function postgresText(db: Db): Promise<string> {
  const [columns, constraints, indexes] = await Promise.all([columnLines(db), constraintLines(db), indexLines(db)])
  const linesOf = (table: string, lines: Line[]) =>
    lines.flatMap((line) => (line.of_table === table ? [line.text] : []))
  const texts = [...new Set(columns.map((column) => column.of_table))].flatMap((table) => [
    `create table ${table} (\n  ${[...linesOf(table, columns), ...linesOf(table, constraints)].join(',\n  ')}\n)`,
    ...linesOf(table, indexes),
  ])
  return texts.map((text) => `${text};\n`).join('\n')
}

async function columnLines(db: Db): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select t.relname as of_table, concat_ws(' ', c.attname, format_type(c.atttypid, c.atttypmod),
      'collate "' || l.collname || '"', 'default ' || pg_get_expr(d.adbin, t.oid), case when c.attnotnull then 'not null' end) as text
    from pg_class t
    join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = c.attnum
    left join pg_collation l on l.oid = c.attcollation
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
    order by t.relname, c.attnum`.execute(db)
  return rows
}

async function constraintLines(db: Db): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select t.relname as of_table, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_class t on t.oid = k.conrelid
    where t.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'c')
    order by k.contype = 'p' desc, k.contype, k.conname`.execute(db)
  return rows
}

/** Those that no constraint brings along. */
async function indexLines(db: Db): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select t.relname as of_table, pg_get_indexdef(i.indexrelid) as text
    from pg_index i join pg_class t on t.oid = i.indrelid join pg_class n on n.oid = i.indexrelid
    where t.relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
    order by n.relname`.execute(db)
  return rows
}
