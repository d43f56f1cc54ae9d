import { Client, type ClientConfig, DatabaseError } from 'pg';

/** Statements that begin or end a transaction. After a failed one, the state of the connection is unknown. */
const BOUNDARY = /^\s*(?:begin|start transaction|commit|rollback)\b(?!\s+to\b)/i;
/** PostgreSQL's read_only_sql_transaction. */
const READ_ONLY = '25006';
/** What a server reports as 'on', when a session begins or later, if it accepts no writes. */
const READ_ONLY_REPORTS = ['in_hot_standby', 'default_transaction_read_only'];
/** How long a connection may take to say goodbye. Over a half-open one the goodbye never arrives. */
const CLOSE_WITHIN_MS = 2_000;

/** The server is a standby or was demoted to one. */
class ReadOnlyServerError extends Error {
  override readonly name = 'ReadOnlyServerError';
  readonly code = READ_ONLY;
  constructor() {
    super('The database server accepts no writes.');
  }
}

/**
 * The addresses in a DATABASE_URL that may name several hosts, each with a port of its own:
 * `postgres://user:password@one:5432,two:5432/name`. The parameter `schema`, which other programs understand,
 * becomes the search path.
 * @returns one address per host, otherwise the same
 */
export function hostUrls(databaseUrl: string): [string, ...string[]] {
  const [, scheme = '', hosts = '', rest = ''] =
    /^(\w+:\/\/(?:[^/]*@)?)([^/?]*)(.*)$/s.exec(databaseUrl) ?? [];
  const path = withSearchPath(rest);
  const [first = '', ...others] = hosts.split(',').map((host) => `${scheme}${host}${path}`);
  return [first, ...others];
}

function withSearchPath(path: string): string {
  const [name = '', query] = path.split('?');
  const parameters = new URLSearchParams(query);
  const schema = parameters.get('schema');
  if (schema === null) return path;
  parameters.delete('schema');
  const quoted = `"${schema.replaceAll('"', '""')}"`.replace(/[\\ ]/g, '\\$&');
  parameters.set(
    'options',
    [parameters.get('options'), `-c search_path=${quoted}`].filter(Boolean).join(' '),
  );
  return `${name}?${parameters.toString()}`;
}

/** By address: all pools of a process go to the same host. */
const classes = new Map<string, typeof Client>();

interface ClientOptions {
  /** Whether the server may be one that accepts no writes: a replica, for reads. */
  acceptsStandby?: boolean;
}

/**
 * The class of the connections to a database, for a pool's option `Client`. A connection that cannot be trusted
 * any more ends itself, and a pool replaces a connection that has ended:
 *
 * - after any error that does not come from the server, such as a query without an answer (`query_timeout`);
 * - after a failed BEGIN, COMMIT or ROLLBACK;
 * - when the server accepts no writes, because it is a standby or became one, unless only reads are for it.
 *
 * With several hosts, a new connection goes to the host that accepted the last one. When that fails, the next
 * goes to the next host. After one attempt per host, connections reach the server that accepts writes.
 */
export function databaseClient(
  databaseUrl: string,
  { acceptsStandby = false }: ClientOptions = {},
): typeof Client {
  const key = `${acceptsStandby} ${databaseUrl}`;
  const known = classes.get(key);
  if (known !== undefined) return known;
  const created = createClass(databaseUrl, acceptsStandby);
  classes.set(key, created);
  return created;
}

function createClass(databaseUrl: string, acceptsStandby: boolean): typeof Client {
  const urls = hostUrls(databaseUrl);
  let current = 0;
  return class DatabaseClient extends Client {
    readonly #host = current;
    #isConnected = false;
    #isReadOnly = false;

    constructor(config?: ClientConfig) {
      super({ ...config, connectionString: urls[current] });
      // A pool listens only while the connection is idle, and without a listener an error ends the process.
      // Every query and connect is rejected with the same error.
      this.on('error', () => undefined);
      this.connection.on('parameterStatus', (report: { parameterName: string; parameterValue: string }) => {
        if (acceptsStandby) return;
        if (!READ_ONLY_REPORTS.includes(report.parameterName) || report.parameterValue !== 'on') return;
        this.#isReadOnly = true;
        if (this.#isConnected) this.connection.stream.destroy(new ReadOnlyServerError());
      });
      this.connect = this.#connectToWritable(this.connect.bind(this));
      this.query = this.#endedByErrors(this.query.bind(this));
      this.end = this.#boundedEnd(this.end.bind(this));
    }

    #connectToWritable(connect: () => Promise<unknown>): Client['connect'] {
      const connectOnce = async (): Promise<void> => {
        try {
          await connect();
          // A server reports it before it is ready for the first query.
          if (this.#isReadOnly) throw new ReadOnlyServerError();
          this.#isConnected = true;
        } catch (error) {
          if (current === this.#host) current = (this.#host + 1) % urls.length;
          void this.end();
          throw error;
        }
      };
      return ((callback?: (error?: unknown) => void) => {
        const connected = connectOnce();
        if (callback === undefined) return connected;
        connected.then(() => callback(), callback);
      }) as Client['connect'];
    }

    #endedByErrors(query: Client['query']): Client['query'] {
      return ((...args: unknown[]) => {
        const result: unknown = Reflect.apply(query, undefined, args);
        // With a callback, the pool's own query, the pool discards the connection after every error.
        if (result instanceof Promise)
          result.catch((error: unknown) => {
            // At once, so that the pool does not lend it again. A query without an answer ends with it.
            if (!isUsableAfter(error, args[0])) void this.end();
          });
        return result;
      }) as Client['query'];
    }

    #boundedEnd(end: Client['end']): Client['end'] {
      return ((...args: unknown[]) => {
        setTimeout(() => this.connection.stream.destroy(), CLOSE_WITHIN_MS).unref();
        return Reflect.apply(end, undefined, args) as unknown;
      }) as Client['end'];
    }
  };
}

function isUsableAfter(error: unknown, statement: unknown): boolean {
  if (!(error instanceof DatabaseError) || error.code === READ_ONLY) return false;
  return typeof statement !== 'string' || !BOUNDARY.test(statement);
}
