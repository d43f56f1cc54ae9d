import cluster, { type Worker } from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { RoleReport } from './ai/probe.js';
import type { Config } from './config.js';

/** A process that ended is replaced after this time, so that one that cannot start does not keep a core busy. */
const REPLACE_AFTER_MS = 1_000;
/** Longer than a process takes to stop in order. */
const STOP_WITHIN_MS = 35_000;

/** What a process tells its parent once it serves. */
export interface ReadyMessage {
  ready: { url: string | null; reports: RoleReport[] };
}

/** Whether this process was started by another one of this program, which speaks for it. */
export const isChild = (): boolean => cluster.isWorker;

/** Tells the parent that this process serves. */
export const reportReady = (ready: ReadyMessage['ready']): void =>
  void process.send?.({ ready } satisfies ReadyMessage);

type Role = 'api' | 'worker';

/**
 * Runs the product in several processes on this machine: API processes behind one port and, unless ROLE is api, one
 * worker. A process that ends is replaced. Each is the same program with a role of its own, so it needs the same
 * DATABASE_URL and REDIS_URL as on several machines.
 * @param onReady called once, when all of them serve
 * @param stopped settles with the signal that ends this process; it is passed on to all of them
 * @returns false if a process could not start; it has said why
 */
export async function runProcesses(
  config: Pick<Config, 'processes' | 'role'>,
  log: Logger,
  onReady: (ready: ReadyMessage['ready']) => void,
  stopped: Promise<string>,
): Promise<boolean> {
  const living = new Map<Worker, Role>();
  const failed = Promise.withResolvers<false>();
  const empty = Promise.withResolvers<void>();
  const missing = new Set<Worker>();
  let announced = false;
  let isStopping = false;
  let ready: ReadyMessage['ready'] = { url: null, reports: [] };

  function launch(role: Role): void {
    const child = cluster.fork({ ROLE: role, PROCESSES: '1' });
    living.set(child, role);
    if (!announced) missing.add(child);
    child.on('message', (message: ReadyMessage) => {
      if (!('ready' in message)) return;
      log.info({ child: child.process.pid, role }, 'process ready');
      if (message.ready.url !== null) ready = message.ready;
      missing.delete(child);
      if (announced || missing.size > 0) return;
      announced = true;
      onReady(ready);
    });
    child.once('exit', (code, signal) => {
      living.delete(child);
      if (isStopping) return void (living.size === 0 && empty.resolve());
      if (!announced) return failed.resolve(false);
      log.error({ child: child.process.pid, role, code, signal }, 'process ended; another takes its place');
      setTimeout(() => !isStopping && launch(role), REPLACE_AFTER_MS);
    });
  }

  for (let n = 0; n < config.processes; n += 1) launch('api');
  if (config.role === 'all') launch('worker');
  const reason = await Promise.race([failed.promise, stopped]);
  isStopping = true;
  if (living.size === 0) return reason !== false;
  const signal = reason === false ? 'SIGTERM' : (reason as NodeJS.Signals);
  for (const child of living.keys()) child.process.kill(signal);
  await Promise.race([empty.promise, delay(STOP_WITHIN_MS, undefined, { ref: false })]);
  for (const child of living.keys()) child.process.kill('SIGKILL');
  return reason !== false;
}
