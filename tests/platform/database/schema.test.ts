import { readFileSync } from 'node:fs'
import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db, Schema } from '../../../db/schema.ts'
import { engines, useDatabase } from '../../support/databases.ts'
import { schemaText } from '../../support/schema-text.ts'
import { columnTypes } from '../../support/schema-types.ts'

const types = columnTypes()

describe.each(engines)('the schema on %s', (engine) => {
  const database = useDatabase(engine)

  it('has tables to compare', () => {
    expect(types.length).toBeGreaterThan(100)
    expect(types.filter(({ values }) => values.length > 0).length).toBeGreaterThan(10)
  })

  it('stands in db/ as the database prints it (npm run schema)', async () => {
    const written = readFileSync(new URL(`../../../db/schema.${engine}.sql`, import.meta.url), 'utf8')
    expect(await schemaText(database().db, engine)).toBe(written)
  })

  it('has the columns of db/schema.ts, of the same type, as nullable, and no others', async () => {
    const integer = engine === 'sqlite' ? 'integer' : 'int8'
    const tables = await database().db.introspection.getTables()
    const found = tables
      .filter(({ name }) => name !== 'migration')
      .flatMap((table) =>
        table.columns.map((column) => {
          return `${table.name}.${column.name} ${column.dataType.toLowerCase()}${column.isNullable ? ' or null' : ''}`
        }),
      )
    const said = types.map(({ table, column, type, nullable }) => {
      return `${table}.${column} ${type === 'integer' ? integer : 'text'}${nullable ? ' or null' : ''}`
    })
    expect(found.toSorted()).toEqual(said.toSorted())
  })

  it('allows the values of db/schema.ts where it names them, and no others', async () => {
    const text = await schemaText(database().db, engine)
    const named = types.filter(({ values }) => values.length > 0)
    const found = named.map(({ table, column }) => `${table}.${column}: ${checkedValues(text, table, column)}`)
    expect(found).toEqual(named.map(({ table, column, values }) => `${table}.${column}: ${values}`))
  })

  it('keeps apart what a workspace has, in every table but three that hold no content', () => {
    const shared = new Set(types.map(({ table }) => table))
    for (const { table, column } of types) if (column === 'workspace_id') shared.delete(table)
    expect([...shared]).toEqual(['workspace', 'gate', 'restore', 'inbox'])
  })

  it.each(['key', 'scope', 'id'])('takes no row without its %s', async (key) => {
    const table = { key: 'inbox', scope: 'gate', id: 'workspace' }[key] ?? ''
    const others = types.filter((type) => type.table === table && type.column !== key)
    const values = others.map(({ type }) => (type === 'integer' ? '0' : "''"))
    const insert = `insert into ${table} (${key}, ${others.map(({ column }) => column)}) values (null, ${values})`
    await expect(database().db.executeQuery(CompiledQuery.raw(insert))).rejects.toThrow(/not.null/i)
  })
})

/** From the text of either engine: `check (side in ('marketing', 'sales'))`, `CHECK ((side = ANY (ARRAY['marketing'::text, …` */
function checkedValues(text: string, table: string, column: string): string[] {
  const body = new RegExp(`create table ${table} \\(\\n(.*?)\\n\\)`, 'is').exec(text)?.[1] ?? ''
  const list = new RegExp(`check \\(+${column} (?:in \\(|= any \\(array\\[)([^)\\]]*)`, 'i').exec(body)?.[1] ?? ''
  return [...list.matchAll(/'(\w+)'/g)].map(([, value]) => value ?? '')
}

interface Claim {
  of: string
  index: string
  query: RawBuilder<unknown>
}

const claims: Claim[] = [
  {
    of: 'deliveries that are due',
    index: 'delivery_claim',
    query: sql`select id from delivery where state in ('due', 'unsure') and state = 'due' and run_after <= ${1} order by run_after limit 50`,
  },
  {
    of: 'deliveries whose lease ran out',
    index: 'delivery_lease',
    query: sql`select id from delivery where state in ('leased', 'sending', 'checking') and lease_until <= ${1}`,
  },
  {
    of: 'schedules that are due',
    index: 'schedule_next',
    query: sql`select id from schedule where status = 'active' and next_due_at <= ${1} order by next_due_at limit 200`,
  },
  {
    of: 'what came in and is not done',
    index: 'inbox_open',
    query: sql`select key from inbox where done_at is null and lease_until < ${1}`,
  },
  {
    of: "a person's memberships",
    index: 'membership_person',
    query: sql`select id from membership where person_id = ${'p'} and removed_at is null`,
  },
  {
    of: 'replies that wait for their parent',
    index: 'delivery_parent',
    query: sql`select id from delivery where parent_id = ${'d'}`,
  },
]

describe.each(engines)('a claim on %s', (engine) => {
  const database = useDatabase(engine)

  it.each(claims)('of $of uses its index', async ({ index, query }) => {
    expect(await plan(query)).toContain(index)
  })

  it('of deliveries misses its index when the states are bound, which is why they never are', async () => {
    const bound = sql`select id from delivery where state in (${'due'}, ${'unsure'}) and run_after <= ${1} order by run_after`
    expect(await plan(bound)).not.toContain('delivery_claim')
  })

  async function plan(query: RawBuilder<unknown>): Promise<string> {
    const { db } = database()
    const rows = engine === 'sqlite' ? await sqlitePlan(db, query) : await postgresPlan(db, query)
    return JSON.stringify(rows)
  }
})

async function sqlitePlan(db: Db, query: RawBuilder<unknown>): Promise<unknown[]> {
  return (await sql`explain query plan ${query}`.execute(db)).rows
}

/** As a prepared statement is planned that knows no values. Tables this empty are scanned unless that is forbidden. */
async function postgresPlan(db: Db, query: RawBuilder<unknown>): Promise<unknown[]> {
  const { sql: text, parameters } = query.compile(db)
  const values = parameters.map((value) => (typeof value === 'number' ? value : `'${value}'`))
  const types = parameters.map((value) => (typeof value === 'number' ? 'bigint' : 'text'))
  return db.transaction().execute(async (trx) => {
    const run = (statement: string) => trx.executeQuery(CompiledQuery.raw(statement))
    await run(`set local plan_cache_mode = force_generic_plan`)
    await run(`set local enable_seqscan = off`)
    await run(`prepare claim (${types}) as ${text}`)
    const { rows } = await run(`explain execute claim (${values})`)
    await run('deallocate claim')
    return rows
  })
}

const places = { workspace_id: 'w', partnership_id: 'p', person_id: 'a' }

describe.each(engines)('the rules on %s', (engine) => {
  const database = useDatabase(engine)
  const insert = <T extends keyof Schema>(table: T, row: Record<string, unknown>) =>
    database()
      .db.insertInto(table)
      .values(row as never)
      .execute()

  async function seed(): Promise<void> {
    const workspace = {
      id: 'w',
      enterprise_id: '',
      team_id: 'T1',
      name: 'Acme',
      bot_id: 'B1',
      bot_user_id: 'U0',
      installed_at: 1,
    }
    await insert('workspace', workspace)
    const person = {
      workspace_id: 'w',
      name: 'Anna',
      zone: 'UTC',
      language: 'nl',
      kind: 'member',
      admin: 0,
      learned_at: 1,
    }
    await insert('person', { ...person, id: 'a', slack_id: 'U1' })
    const channels = { marketing_channel_id: 'C1', sales_channel_id: 'C2', shared_channel_id: 'C3' }
    const hours = { zone: 'UTC', working_days: '[1]', work_start: '09:00', work_end: '17:00', holiday_country: '' }
    const made = { created_at: 1, created_by: 'a', changed_at: 1 }
    await insert('partnership', {
      id: 'p',
      workspace_id: 'w',
      name: 'EU',
      language: 'nl',
      ...channels,
      ...hours,
      ...made,
    })
  }

  it('let one workspace be installed once', async () => {
    await seed()
    const again = { id: 'w2', enterprise_id: '', team_id: 'T1', name: '', bot_id: '', bot_user_id: '', installed_at: 2 }
    await expect(insert('workspace', again)).rejects.toThrow(/unique/i)
  })

  it('let a person be on one side at a time, and come back', async () => {
    await seed()
    const membership = { ...places, side: 'sales', added_at: 1, removed_at: null }
    await insert('membership', { ...membership, id: '1' })
    await expect(insert('membership', { ...membership, id: '2', side: 'marketing' })).rejects.toThrow(/unique/i)
    await database().db.updateTable('membership').set({ removed_at: 2 }).execute()
    await insert('membership', { ...membership, id: '3' })
  })

  it('take no membership of a person whom nobody knows', async () => {
    await seed()
    const stranger = { ...places, id: '1', person_id: 'x', side: 'sales', added_at: 1, removed_at: null }
    await expect(insert('membership', stranger)).rejects.toThrow(/foreign key/i)
  })

  it('take no side but the two', async () => {
    await seed()
    const third = { ...places, id: '1', side: 'finance', added_at: 1, removed_at: null }
    await expect(insert('membership', third)).rejects.toThrow(/check/i)
  })

  it('take one occurrence of a schedule for a date', async () => {
    await insert('schedule', {
      id: 's',
      workspace_id: 'w',
      kind: 'k',
      rule: '{}',
      status: 'active',
      rev: 1,
      tzdata: '2026c',
    })
    const occurrence = { workspace_id: 'w', schedule_id: 's', slot: '2026-12-01', due_at: 1, created_at: 1 }
    await insert('occurrence', { ...occurrence, id: '1' })
    await expect(insert('occurrence', { ...occurrence, id: '2' })).rejects.toThrow(/unique/i)
    await insert('occurrence', { ...occurrence, id: '3', slot: '2026-12-02' })
  })

  it('take one delivery for a cause, kind and recipient', async () => {
    const effect = {
      workspace_id: 'w',
      cause: 'checkins:o',
      kind: 'post',
      recipient: 'C1',
      what: 'checkins:opening',
      about: '{}',
    }
    const fresh = { state: 'due', due_at: 1, run_after: 1, attempts: 0, absent_looks: 0, created_at: 1 }
    await insert('delivery', { ...effect, ...fresh, id: '1' })
    await expect(insert('delivery', { ...effect, ...fresh, id: '2' })).rejects.toThrow(/unique/i)
    await insert('delivery', { ...effect, ...fresh, id: '3', kind: 'dm' })
  })
})
