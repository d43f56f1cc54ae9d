import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { hasCode } from '../../sqlErrors.js';
import { isPostmaster, runningPostmaster } from './runningPostmaster.js';

const GRACE_MS = 30_000;
const POLL_MS = 10;

/**
 * Stops the server of this cluster and waits until it has ended. First a fast shutdown, which closes
 * connections and writes all data; after 30 s an immediate shutdown, after which the next start replays the
 * log.
 */
export async function stopPostmaster(cluster: string, log: Logger): Promise<void> {
  const running = await runningPostmaster(cluster);
  if (running === undefined) return;
  const { pid } = running;
  send(pid, 'SIGINT');
  if (await hasEnded(pid, cluster)) return;
  log.warn({ pid }, 'embedded PostgreSQL did not stop; immediate shutdown');
  send(pid, 'SIGQUIT');
  if (!(await hasEnded(pid, cluster))) log.error({ pid }, 'embedded PostgreSQL still running');
}

async function hasEnded(pid: number, cluster: string): Promise<boolean> {
  for (const deadline = Date.now() + GRACE_MS; Date.now() < deadline; await delay(POLL_MS))
    if (!(await isPostmaster(pid, cluster))) return true;
  return false;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error; // It has already ended.
  }
}
