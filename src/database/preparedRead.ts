import { DatabaseError, type Pool, type PoolClient } from 'pg';

/** PostgreSQL's feature_not_supported: a migration has changed the type of a column that a prepared statement reads. */
const PLAN_CHANGED = '0A000';

/** A statement that PostgreSQL parses and plans once per connection. The name is unique to the text. */
export interface PreparedStatement {
  name: string;
  text: string;
}

/** Reads rows without the EntityManager, which takes longer for one row than the database. */
export type PreparedRead = <Row extends object>(
  statement: PreparedStatement,
  values: readonly unknown[],
) => Promise<Row[]>;

/** Runs prepared statements on the connections of a pool. */
export interface PreparedReads {
  /** Called once, when the pool is created. */
  observe(pool: Pool): void;
  read: PreparedRead;
  /** Lends a connection of the pool, with which reads follow each other on one server. */
  withConnection<T>(use: (read: PreparedRead) => Promise<T>): Promise<T>;
}

/** @param isPooled whether a pooler shares connections between sessions, so that no statement may stay prepared */
export function createPreparedReads(isPooled: boolean): PreparedReads {
  let known: Pool | undefined;

  async function readOn<Row extends object>(
    client: PoolClient,
    { name, text }: PreparedStatement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const unnamed = { text, values: [...values] };
    try {
      return (await client.query<Row>(isPooled ? unnamed : { ...unnamed, name })).rows;
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== PLAN_CHANGED) throw error;
      return (await client.query<Row>(unnamed)).rows;
    }
  }

  async function withConnection<T>(use: (read: PreparedRead) => Promise<T>): Promise<T> {
    if (known === undefined) throw new Error('The database is not open.');
    const client = await known.connect();
    try {
      return await use((statement, values) => readOn(client, statement, values));
    } finally {
      client.release();
    }
  }

  return {
    observe(pool) {
      known = pool;
    },
    read: (statement, values) => withConnection((read) => read(statement, values)),
    withConnection,
  };
}
