import { freePort } from '../../test/testkit/freePort.js';
import { type TcpProxy, tcpProxy } from '../../test/testkit/tcpProxy.js';
import { type PostgresWire, postgresWire } from './postgresWire.js';
import { makeProcessClock, type ProcessClock } from './processClock.js';
import { type SupervisedProcess, supervise } from './supervisedProcess.js';

export type Role = 'api' | 'worker' | 'all';

/** A process of the product, with wires of its own to the services. */
export interface Member {
  /** For example `api 1`. */
  name: string;
  role: Role;
  /** Null for a worker. The same after a restart. */
  url: string | null;
  process: SupervisedProcess;
  database: PostgresWire;
  redis: TcpProxy;
  model: TcpProxy;
  clock: ProcessClock;
}

/** Addresses of the services behind the wires. */
export interface ServiceUrls {
  database: string;
  redis: string;
  model: string;
}

/**
 * Starts processes of the product and waits until all are ready.
 * @param random 0–1, decides when within a transaction a connection is cut
 */
export async function startFleet(
  roles: readonly Role[],
  services: ServiceUrls,
  random: () => number,
): Promise<{ members: Member[] } & AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const members: Member[] = [];
  for (const role of roles) {
    const number = members.filter((other) => other.role === role).length + 1;
    const database = opened.use(await postgresWire(services.database, random));
    const redis = opened.use(await tcpProxy(services.redis));
    const model = opened.use(await tcpProxy(services.model));
    const clock = opened.use(await makeProcessClock());
    const port = role === 'worker' ? null : await freePort();
    const process = opened.use(
      supervise({
        ...clock.env,
        ROLE: role,
        PORT: String(port ?? 0),
        LOG_LEVEL: 'warn',
        DATABASE_URL: database.url,
        REDIS_URL: redis.url,
        OPENAI_BASE_URL: model.url,
      }),
    );
    const url = port === null ? null : `http://127.0.0.1:${port}`;
    members.push({ name: `${role} ${number}`, role, url, process, database, redis, model, clock });
  }
  await Promise.all(members.map(({ process }) => process.ready()));
  const closing = opened.move();
  return { members, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
