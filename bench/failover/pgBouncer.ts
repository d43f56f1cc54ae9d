import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { serverAccount } from '../../src/database/embedded/serverAccount.js';
import { freePort } from '../../test/testkit/freePort.js';

/** PgBouncer in transaction mode, before one server. */
export interface PgBouncer extends AsyncDisposable {
  url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** @param target address of the server. @param folder one that every user may enter */
export async function startPgBouncer(target: string, folder: string): Promise<PgBouncer> {
  const { username, password, hostname, port, pathname } = new URL(target);
  const listenPort = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  const name = pathname.slice(1);
  await writeFile(
    file,
    `[databases]
${name} = host=${hostname} port=${port} user=${username} password=${password} dbname=${name}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 20
max_client_conn = 200
ignore_startup_parameters = statement_timeout,lock_timeout,idle_in_transaction_session_timeout
`,
  );
  await chmod(file, 0o644);
  let child: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (child === undefined) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    child = undefined;
  };
  const start = async (): Promise<void> => {
    child = spawn('pgbouncer', ['-q', file], { ...serverAccount(), cwd: '/', stdio: 'ignore' });
    await once(child, 'spawn');
    while (!(await accepts(listenPort))) {
      if (child.exitCode !== null) throw new Error(`PgBouncer ended with code ${child.exitCode}.`);
      await delay(20);
    }
  };
  await start();
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(listenPort);
  return { url: url.href, kill, start, [Symbol.asyncDispose]: kill };
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const connected = once(socket, 'connect').then(
    () => true,
    () => false,
  );
  const result = await connected;
  socket.destroy();
  return result;
}
