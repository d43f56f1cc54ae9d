import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { hasCode } from './hasCode.js';
import { isPostmaster, runningPostmaster } from './runningPostmaster.js';

const GRACE_MS = 30_000;
const POLL_MS = 10;

/**
 * Ends the server of this cluster and waits until it is gone: fast (open connections are cut, all is written) and, if
 * that takes longer than 30 s, at once (the next start replays the log).
 */
export async function stopPostmaster(cluster: string, log: Logger): Promise<void> {
  const running = await runningPostmaster(cluster);
  if (running === undefined) return;
  const { pid } = running;
  send(pid, 'SIGINT');
  if (await hasGone(pid, cluster)) return;
  log.warn({ pid }, 'the embedded PostgreSQL does not stop: ending it at once');
  send(pid, 'SIGQUIT');
  if (!(await hasGone(pid, cluster))) log.error({ pid }, 'the embedded PostgreSQL is still running');
}

async function hasGone(pid: number, cluster: string): Promise<boolean> {
  for (const deadline = Date.now() + GRACE_MS; Date.now() < deadline; await delay(POLL_MS))
    if (!(await isPostmaster(pid, cluster))) return true;
  return false;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error; // Gone already.
  }
}
