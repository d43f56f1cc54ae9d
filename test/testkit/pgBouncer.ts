import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { serverAccount } from '../../src/database/embedded/serverAccount.js';
import { freePort } from './freePort.js';
import { temporaryFolder } from './temporaryFolder.js';
import { until } from './until.js';

interface PgBouncer extends AsyncDisposable {
  /** The address of a database through the pooler. */
  through(databaseUrl: string): string;
}

const accepts = async (port: number): Promise<boolean> => {
  const socket = createConnection(port, '127.0.0.1');
  return Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)])
    .catch(() => false)
    .finally(() => socket.destroy());
};

/**
 * Starts a real PgBouncer in transaction mode in front of a server.
 * @param program where it is
 * @param settings lines of pgbouncer.ini
 */
export async function startPgBouncer(
  program: string,
  serverUrl: string,
  settings: string[] = [],
): Promise<PgBouncer> {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await temporaryFolder());
  const account = serverAccount();
  const port = await freePort();
  const { hostname, port: serverPort, username, password } = new URL(serverUrl);
  const file = join(folder.path, 'pgbouncer.ini');
  const lines = [
    '[databases]',
    `* = host=${hostname} port=${serverPort} user=${username} password=${password}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 10',
    ...settings,
  ];
  await writeFile(file, lines.join('\n'));
  if (account) await chown(file, account.uid, account.gid);
  const child = spawn(program, ['-q', file], { stdio: 'ignore', ...account });
  opened.defer(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  });
  await until('PgBouncer', () => {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended with code ${child.exitCode}.`);
    return accepts(port);
  });
  const closing = opened.move();
  return {
    through(databaseUrl) {
      const url = new URL(databaseUrl);
      url.port = String(port);
      return url.href;
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
