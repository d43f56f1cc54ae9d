import type { Client } from 'pg';

interface Column {
  type: string;
  isNullable: boolean;
  hasDefault: boolean;
}

/** The tables of a database, as a program that reads and writes them depends on them. */
export interface Schema {
  columns: Map<string, Column>;
  /** Rules that a row must satisfy, by table: checks, unique and foreign keys. */
  rules: Map<string, string[]>;
}

export async function schemaOf(db: Client): Promise<Schema> {
  const columns = await db.query<{ id: string; type: string; nullable: string; default: string | null }>(
    `select table_name || '.' || column_name as id, data_type || coalesce('(' || character_maximum_length || ')', '') as type,
       is_nullable as nullable, column_default as default
     from information_schema.columns where table_schema = 'public' and table_name <> 'mikro_orm_migrations'`,
  );
  const rules = await db.query<{ table: string; rule: string }>(
    `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as rule from pg_constraint
       where connamespace = 'public'::regnamespace and contype in ('c', 'f')
     union all select tablename, regexp_replace(indexdef, 'INDEX \\S+ ON', 'INDEX ON') from pg_indexes
       where schemaname = 'public' and indexdef like 'CREATE UNIQUE%'`,
  );
  return {
    columns: new Map(
      columns.rows.map((row) => [
        row.id,
        { type: row.type, isNullable: row.nullable === 'YES', hasDefault: row.default !== null },
      ]),
    ),
    rules: new Map(
      [...Map.groupBy(rules.rows, ({ table }) => table)].map(([table, own]) => [
        table,
        own.map(({ rule }) => rule),
      ]),
    ),
  };
}

/** Types that hold every value of another one. */
const wider: Record<string, string[]> = {
  'character varying': ['text'],
  smallint: ['integer', 'bigint'],
  integer: ['bigint'],
};

/**
 * Why a program written for the older schema would fail on the newer one: a column it reads is gone or of another
 * type, or a row it writes is refused. Empty if every statement still works.
 */
export function breaks(older: Schema, newer: Schema): string[] {
  const problems: string[] = [];
  const tableOf = (id: string): string => id.split('.')[0] ?? '';
  const tables = new Set([...older.columns.keys()].map(tableOf));
  for (const [id, was] of older.columns) {
    const is = newer.columns.get(id);
    const base = was.type.replace(/\(\d+\)/, '');
    if (is === undefined) problems.push(`${id} is gone`);
    else {
      if (is.type !== was.type && !wider[base]?.includes(is.type)) problems.push(`${id} became ${is.type}`);
      if (was.isNullable && !is.isNullable) problems.push(`${id} became not null`);
      if (was.hasDefault && !is.hasDefault && !is.isNullable) problems.push(`${id} lost its default`);
    }
  }
  for (const [id, { isNullable, hasDefault }] of newer.columns)
    if (!older.columns.has(id) && tables.has(tableOf(id)) && !isNullable && !hasDefault)
      problems.push(`${id} is required and new`);
  for (const [table, rules] of newer.rules)
    if (tables.has(table))
      for (const rule of rules)
        if (!older.rules.get(table)?.includes(rule)) problems.push(`${table} has a new rule: ${rule}`);
  return problems;
}
