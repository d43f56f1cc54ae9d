import type { Emission } from '../model/pacedModelMessages.js';
import { percentile } from './percentile.js';
import type { ReadReply } from '../readers/replyReader.js';
import { replyPieces } from '../model/replyPieces.js';

/** The result of running many replies at once. Times are in milliseconds. */
export interface PaceReport {
  replies: number;
  keepsPace: boolean;
  /** For whole replies: from the emission of the last token to its arrival. */
  lag: { p50: number; p99: number };
  /**
   * `whole`: replies whose text is complete and exact. `inTime`: those of them whose last token arrived in
   * time.
   */
  whole: number;
  inTime: number;
  /**
   * The model's own delay at the 99th percentile. Above half a second, the run measures the machine, not the
   * product.
   */
  modelLate: number;
}

const IN_TIME_MS = 1_000;
const MODEL_MAY_BE_LATE_MS = 500;

/**
 * @param read by reply number, without replies that were not read to their end
 * @param tokens per reply
 */
export function paceReport(
  read: Map<number, ReadReply>,
  emissions: Emission[],
  replies: number,
  tokens: number,
): PaceReport {
  const lags = emissions.flatMap(({ reply, last }) => {
    const received = read.get(reply);
    const isWhole = received?.status === 'COMPLETE' && received.text === replyPieces(reply, tokens).join('');
    return isWhole ? [(received.deltas.at(-1)?.at ?? Number.NaN) - last] : [];
  });
  const inTime = lags.filter((lag) => lag <= IN_TIME_MS).length;
  const modelLate = percentile(
    emissions.map(({ late }) => late),
    99,
  );
  return {
    replies,
    keepsPace: lags.length === replies && inTime >= 0.99 * replies && modelLate <= MODEL_MAY_BE_LATE_MS,
    lag: { p50: percentile(lags, 50), p99: percentile(lags, 99) },
    whole: lags.length,
    inTime,
    modelLate,
  };
}
