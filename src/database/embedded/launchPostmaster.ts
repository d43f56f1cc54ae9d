import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { DataFolder } from './prepareDataFolder.js';

/** A server process started by this process. It keeps running if this process is killed. */
export interface LaunchedPostmaster {
  pid: number | undefined;
  hasEnded(): boolean;
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  log_checkpoints: 'off',
  // People's texts must not reach the log, neither in failed statements nor in the rows they failed on.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * Starts the server on a free port, in its own process group, so that Ctrl-C in a terminal reaches only this
 * process, which stops the server last.
 */
export async function launchPostmaster(folder: DataFolder): Promise<LaunchedPostmaster> {
  const port = await freePort();
  await using log = await open(folder.logFile, 'a', 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // isPostmaster recognizes the server by `-D <cluster> `, so it must come first and be followed by another
  // argument.
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
  if (address === null || typeof address === 'string') throw new Error('The system assigned no port.');
  return address.port;
}
