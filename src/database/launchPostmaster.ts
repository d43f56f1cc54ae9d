import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { DataFolder } from './prepareDataFolder.js';

/** A server process we started; it outlives us if we are killed. */
export interface Launched {
  pid: number | undefined;
  hasEnded(): boolean;
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  log_checkpoints: 'off',
  // What people wrote must not reach the log: neither failed statements nor the rows they failed on.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * Starts the server on a free port, in a process group of its own: Ctrl-C in the terminal reaches us alone, and we
 * stop it when our last work is done.
 */
export async function launchPostmaster(folder: DataFolder): Promise<Launched> {
  const port = await freePort();
  await using log = await open(folder.logFile, 'a', 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // runningPostmaster knows our servers by `-D <cluster> `: keep it first, and something after it.
  const child = spawn(folder.binaries.postgres, ['-D', folder.cluster, '-p', String(port), ...flags], {
    ...folder.account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  await once(child, 'spawn');
  child.unref();
  return { pid: child.pid, hasEnded: () => child.exitCode !== null || child.signalCode !== null };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
