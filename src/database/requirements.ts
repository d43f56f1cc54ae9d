import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { DatabaseStartError } from './errors.js';

/** The oldest PostgreSQL that is tested. */
const OLDEST_MAJOR = 14;

interface ServerState {
  major: number;
  encoding: string;
  date_style: string;
  conforming_strings: string;
  database: string;
  role: string;
  schema: string | null;
  is_migrated: boolean;
  may_create_tables: boolean | null;
  has_queue: boolean;
  may_create_schema: boolean;
}

const query = `
  select current_setting('server_version_num')::int / 10000 as major,
    getdatabaseencoding() as encoding,
    current_setting('datestyle') as date_style,
    current_setting('standard_conforming_strings') as conforming_strings,
    quote_ident(current_database()) as database,
    quote_ident(current_user) as role,
    quote_ident(current_schema()) as schema,
    to_regclass('mikro_orm_migrations') is not null as is_migrated,
    has_schema_privilege(current_schema(), 'create') as may_create_tables,
    to_regnamespace('pgboss') is not null as has_queue,
    has_database_privilege(current_database(), 'create') as may_create_schema`;

/** What is wrong with a database, each with its cure. */
function problemsOf(state: ServerState): string[] {
  const {
    major,
    encoding,
    date_style: dateStyle,
    conforming_strings: strings,
    database,
    role,
    schema,
  } = state;
  const problems: string[] = [];
  if (major < OLDEST_MAJOR)
    problems.push(`It is PostgreSQL ${major}. Use PostgreSQL ${OLDEST_MAJOR} or newer.`);
  if (encoding !== 'UTF8')
    problems.push(
      `Its encoding is ${encoding}, which cannot store every name. Create another: create database mirai encoding 'UTF8' template template0;`,
    );
  if (!dateStyle.startsWith('ISO'))
    problems.push(`Its DateStyle is ${dateStyle}. Run: alter role ${role} set datestyle = 'ISO';`);
  if (strings !== 'on')
    problems.push(
      `It reads backslashes as escapes. Run: alter role ${role} set standard_conforming_strings = on;`,
    );
  if (schema === null)
    problems.push(
      'The schema of the connection does not exist. Create it, or correct schema or search_path in DATABASE_URL.',
    );
  if (schema !== null && !state.is_migrated && state.may_create_tables !== true)
    problems.push(
      `The role ${role} may not create tables. Run as the owner: grant create on schema ${schema} to ${role};`,
    );
  if (!state.has_queue && !state.may_create_schema)
    problems.push(
      `The role ${role} may not create the queue's schema. Run as the owner: grant create on database ${database} to ${role};`,
    );
  return problems;
}

/**
 * Checks that a database can hold the product, before anything is created in it.
 * @throws DatabaseStartError with everything that is wrong and its cure
 */
export async function assertRequirements(em: SqlEntityManager): Promise<void> {
  const [state] = await em.execute<[ServerState]>(query);
  const problems = problemsOf(state);
  if (problems.length > 0)
    throw new DatabaseStartError(
      `The database in DATABASE_URL cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
}
