import type { Logger } from 'pino';

const CHECK_WITHIN_MS = 2_000;
const CHECK_EVERY_MS = 5_000;

/** Readiness checks by name ('database', 'redis', 'queue'). Each resolves, or throws if it fails. */
export type Checks = Record<string, () => Promise<void>>;

/** @returns whether the check passed in time. Its error is only logged, because it names hosts and users. */
async function passes(name: string, check: () => Promise<void>, log: Logger): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${CHECK_WITHIN_MS} ms.`)), CHECK_WITHIN_MS);
  });
  try {
    await Promise.race([check(), timeout]);
    return true;
  } catch (error) {
    log.warn({ check: name, error }, 'readiness check failed');
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Runs all checks at once, each for 2 s at most. @returns the result of each by name */
export async function runChecks(checks: Checks, log: Logger): Promise<Record<string, 'ok' | 'failing'>> {
  const results = Object.entries(checks).map(
    async ([name, check]) => [name, (await passes(name, check, log)) ? 'ok' : 'failing'] as const,
  );
  return Object.fromEntries(await Promise.all(results));
}

/** The checks of a process, repeated until it is disposed. */
export interface ReadinessWatch extends Disposable {
  /** Resolves with the names of the failing checks when readiness was lost for too long. */
  lost: Promise<string[]>;
}

/**
 * Repeats the checks every 5 s. A process that stays unready ends: its supervisor starts a new one, and with the
 * embedded PostgreSQL the new process starts a new server.
 * @param options.seconds how long the checks may fail without interruption. Failed rounds are counted, so a
 *   process that was frozen is not taken for one that was unready
 */
export function watchReadiness(
  checks: Checks,
  { seconds, log }: { seconds: number; log: Logger },
): ReadinessWatch {
  const most = Math.ceil((seconds * 1_000) / CHECK_EVERY_MS);
  const lost = Promise.withResolvers<string[]>();
  let failed = 0;
  let isRunning = false;
  const round = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    const failing = Object.entries(await runChecks(checks, log)).filter(([, result]) => result === 'failing');
    isRunning = false;
    failed = failing.length === 0 ? 0 : failed + 1;
    if (failed >= most) lost.resolve(failing.map(([name]) => name));
  };
  const timer = setInterval(() => void round(), CHECK_EVERY_MS).unref();
  return { lost: lost.promise, [Symbol.dispose]: () => clearInterval(timer) };
}
