/** Why a call was ended by us. `caller`: it is no longer wanted. `late`: its caller waits no longer. */
export type AbortReason = 'caller' | 'late' | 'first' | 'idle' | 'total';

/** A caller's AbortSignal.timeout says more about the provider than about the caller. */
const isTimeout = ({ reason }: AbortSignal): boolean =>
  reason instanceof DOMException && reason.name === 'TimeoutError';

export interface Deadlines {
  /** Passed to the request. Aborted by whichever comes first. */
  signal: AbortSignal;
  /** Restarts the idle clock after data arrived. */
  touch(): void;
  stoppedBy(): AbortReason | null;
  /** Stops the clocks and stops listening to the caller's signal. */
  [Symbol.dispose](): void;
}

/**
 * Starts the clocks of one model call. The SDK's own timeout ends with the headers, so a stream that stalls
 * later would hang forever.
 * @param options in milliseconds: `firstMs` until the first arrival, `idleMs` between two arrivals, `totalMs`
 *   for the whole call
 */
export function startDeadlines(options: {
  signal: AbortSignal;
  totalMs: number;
  firstMs?: number;
  idleMs?: number;
}): Deadlines {
  const controller = new AbortController();
  let reason: AbortReason | null = null;
  const stop = (by: AbortReason): void => {
    reason ??= by;
    controller.abort();
  };
  const onCallerAbort = (): void => stop(isTimeout(options.signal) ? 'late' : 'caller');
  const total = setTimeout(stop, options.totalMs, 'total');
  const first = options.firstMs === undefined ? undefined : setTimeout(stop, options.firstMs, 'first');
  let idle: NodeJS.Timeout | undefined;
  if (options.signal.aborted) onCallerAbort();
  else options.signal.addEventListener('abort', onCallerAbort, { once: true });
  return {
    signal: controller.signal,
    touch: () => {
      clearTimeout(first);
      if (options.idleMs === undefined || reason !== null) return;
      if (idle === undefined) idle = setTimeout(stop, options.idleMs, 'idle');
      else idle.refresh();
    },
    stoppedBy: () => reason,
    [Symbol.dispose]: () => {
      clearTimeout(total);
      clearTimeout(first);
      clearTimeout(idle);
      options.signal.removeEventListener('abort', onCallerAbort);
    },
  };
}
