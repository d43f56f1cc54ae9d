import type { Emission } from '../model/pacedModelMessages.js';
import { percentile } from './percentile.js';
import type { ReadReply } from '../readers/replyReader.js';
import { replyPieces } from '../model/replyPieces.js';

/** How many replies at once came through, and how. Times in milliseconds. */
export interface PaceReport {
  replies: number;
  keepsPace: boolean;
  /** Of the replies that are whole: from the emission of the last token to its arrival. */
  lag: { p50: number; p99: number };
  /** Whose text is complete and exact, and whose last token came in time. */
  whole: number;
  inTime: number;
  /** How late the model itself was at the 99th percentile: past half a second it measures the machine and not the product. */
  modelLate: number;
}

const IN_TIME_MS = 1_000;
const MODEL_MAY_BE_LATE_MS = 500;

/**
 * @param read by reply number; one that was not read to its end is absent
 * @param tokens that each reply has
 */
export function paceReport(
  read: Map<number, ReadReply>,
  emissions: Emission[],
  replies: number,
  tokens: number,
): PaceReport {
  const lags = emissions.flatMap(({ reply, last }) => {
    const came = read.get(reply);
    const isWhole = came?.status === 'COMPLETE' && came.text === replyPieces(reply, tokens).join('');
    return isWhole ? [(came.deltas.at(-1)?.at ?? Number.NaN) - last] : [];
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
