import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { UpstreamError } from '../ai/ports.js';
import { patience } from '../modelSettings.js';
import { StepFailed } from '../queue/runJob.js';
import { stepAside } from './activeSteps.js';

/** Called when a model call waits before it is made again, and with null when the wait is over. */
type OnWait = (wait: { seconds: number; reason: string } | null) => Promise<void>;

const onWaitOfStep = new AsyncLocalStorage<OnWait>();

/** Runs a step and reports when a model call within it waits. */
export const reportWaits = <T>(onWait: OnWait, step: () => Promise<T>): Promise<T> =>
  onWaitOfStep.run(onWait, step);

/**
 * Decides which waits are granted: a few that providers ask for, and as many as it takes while calls are withheld from a
 * provider that fails, for a while.
 * @param outlasts whether a withheld call waits longer than others
 */
function grantWaits(
  outlasts: boolean,
): (error: UpstreamError) => error is UpstreamError & { retryAfter: number } {
  let waits = 0;
  let held = 0;
  return (error): error is UpstreamError & { retryAfter: number } => {
    const { kind, retryAfter } = error;
    if (kind !== 'temporary' || retryAfter === null || retryAfter > patience.waitSeconds) return false;
    if (error.isWithheld && outlasts) return (held += retryAfter) <= patience.outageSeconds;
    return (waits += 1) <= patience.waits;
  };
}

/**
 * Makes a model call, and makes it again where that is due at once: after the wait that a rate limit asks for, while the
 * provider fails so that calls are withheld, and after an answer that was cut off.
 * @param options `mostCut`: how often an answer is asked for if it comes back cut off; `onWait` must not throw;
 *   `outlasts`: whether it waits for minutes while calls are withheld
 * @throws UpstreamError of the last try
 */
export async function callPatiently<T>(
  call: () => Promise<T>,
  {
    signal,
    mostCut = patience.tries,
    onWait,
    outlasts = false,
  }: { signal: AbortSignal; mostCut?: number; onWait?: OnWait | undefined; outlasts?: boolean },
): Promise<T> {
  const mayWait = grantWaits(outlasts);
  for (let cuts = 0; ;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof UpstreamError) || signal.aborted) throw error;
      if (error.kind === 'cut') {
        if ((cuts += 1) >= mostCut) throw error;
      } else if (mayWait(error)) {
        await onWait?.({ seconds: error.retryAfter, reason: error.message });
        await pause(error.retryAfter * 1000, undefined, { signal }).catch(() => Promise.reject(error));
        await onWait?.(null);
      } else throw error;
    }
  }
}

/** Whether a retry by the queue is worth it: not if an operator has to act, or the provider asks to wait long. */
export const isWorthRetry = ({ kind, retryAfter }: UpstreamError): boolean =>
  (kind === 'temporary' && (retryAfter === null || retryAfter <= patience.waitSeconds)) ||
  kind === 'malformed';

/**
 * Makes a model call within a step of the saga. A temporary failure fails the attempt, so that the queue retries
 * it; every other one fails the step, and the owner may retry. A call that is withheld waits within the attempt.
 * @param options `outlasts` is false if something else can be shown instead
 */
export async function callModel<T>(
  call: () => Promise<T>,
  options: { signal: AbortSignal; mostCut?: number; outlasts?: boolean },
): Promise<T> {
  try {
    const onWait = onWaitOfStep.getStore();
    return await stepAside(() => callPatiently(call, { outlasts: true, ...options, onWait }));
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    throw new StepFailed(error.message, { hopeless: !isWorthRetry(error), cause: error });
  }
}

/**
 * For the `catch` of a model call whose result is optional: an answer of the wrong shape, or a refusal, does not
 * fail the persona.
 */
export function nullIfUnusable(error: unknown): null {
  if (error instanceof UpstreamError && (error.kind === 'malformed' || error.kind === 'refused')) return null;
  throw error;
}
