import type { LoadResult } from '../load/answerLoadMessages.js';
import { percentile } from './percentile.js';

/** A phase, and the CPU time of the API process in it; null if that process also runs jobs. */
export type MeasuredPhase = LoadResult & { apiCpuSeconds: number | null };

/** The phases of a run in order, and what was measured besides. */
export interface OverloadRun {
  /** As many answers as the server accepts. */
  peak: MeasuredPhase;
  /** A third of that, before and after the overload. */
  before: LoadResult;
  overload: MeasuredPhase;
  after: LoadResult;
  /** Receipts that the server gave but that the database does not hold. */
  lost: number;
  /** Requests while the database answers none, so that practically all are refused. */
  refusals: MeasuredPhase;
  /** The memory of the product's largest process, with its image process, at its highest, in megabytes. */
  megabytes: number;
  /** How many pictures were made during the overload. */
  pictures: number;
}

/** One line of the report: what was measured and whether it keeps its limit. */
export interface Finding {
  what: string;
  measured: string;
  limit: string;
  keeps: boolean;
}

const WINDOW_MS = 1_000;
const AFTER_LIMIT_S = 30;

const accepted = ({ accepted: list, seconds }: LoadResult): number => list.length / seconds;
const offered = ({ sent, seconds }: LoadResult): number => sent / seconds;
const p99 = (list: { ms: number }[]): number =>
  percentile(
    list.map(({ ms }) => ms),
    99,
  );

/**
 * Seconds from the end of the overload until requests take as long as before: until the last second in which
 * one was refused, or in which the 99th percentile was above twice the one before the overload.
 */
function secondsToNormal({ before, after }: OverloadRun): number {
  const normal = 2 * p99(before.accepted);
  let last = -1;
  for (let second = 0; second < after.seconds; second += 1) {
    const inWindow = ({ at }: { at: number }): boolean => Math.floor(at / WINDOW_MS) === second;
    const list = after.accepted.filter(inWindow);
    if (list.length === 0 || p99(list) > normal || after.refused.some(inWindow)) last = second;
  }
  return last + 1;
}

/** The API's CPU time for an accepted and for a refused request. */
function costsOf({ peak, refusals }: OverloadRun): { text: string; ratio: number } | null {
  if (peak.apiCpuSeconds === null || refusals.apiCpuSeconds === null) return null;
  const forAccepted = peak.apiCpuSeconds / peak.accepted.length;
  const forRefused = refusals.apiCpuSeconds / refusals.refused.length;
  const ratio = forAccepted / forRefused;
  const text = `${(forAccepted * 1_000).toFixed(1)} ms, ${ratio.toFixed(0)} × a refusal's ${(forRefused * 1_000).toFixed(2)} ms`;
  return { text, ratio };
}

/** Compares a run with the limits of an overload. */
export function overloadFindings(run: OverloadRun): Finding[] {
  const { peak, overload } = run;
  const share = accepted(overload) / accepted(peak);
  const times = offered(overload) / accepted(peak);
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  const finding = (what: string, measured: string, limit: string, keeps: boolean): Finding => ({
    what,
    measured,
    limit,
    keeps,
  });
  const recovery = secondsToNormal(run);
  const costs = costsOf(run);
  const others = Object.entries(overload.others).map(([outcome, count]) => `${count} × ${outcome}`);
  return [
    finding(
      'offered, in terms of the peak',
      `${times.toFixed(1)} × ${accepted(peak).toFixed(0)} a second`,
      '≥ 9.5',
      times >= 9.5,
    ),
    finding('accepted, in terms of the peak', `${(share * 100).toFixed(0)} %`, '≥ 70 %', share >= 0.7),
    finding('accepted, p99', ms(p99(overload.accepted)), '≤ 1,000 ms', p99(overload.accepted) <= 1_000),
    finding('refused, p99', ms(p99(overload.refused)), '≤ 100 ms', p99(overload.refused) <= 100),
    finding(
      'refusals without Retry-After or code',
      String(overload.malformedRefusals),
      '0',
      overload.malformedRefusals === 0,
    ),
    finding('other outcomes', others.join(', ') || '0', '0', others.length === 0),
    finding('acknowledged answers lost', String(run.lost), '0', run.lost === 0),
    finding('back to normal', `${recovery} s`, `≤ ${AFTER_LIMIT_S} s`, recovery <= AFTER_LIMIT_S),
    finding(
      'memory of the largest process',
      `${run.megabytes.toFixed(0)} MB`,
      '≤ 1,024 MB',
      run.megabytes <= 1_024,
    ),
    finding('pictures made meanwhile', String(run.pictures), '> 0', run.pictures > 0),
    ...(costs === null
      ? []
      : [finding('an accepted request costs', costs.text, '≥ 10 ×', costs.ratio >= 10)]),
  ];
}

/** The findings as a table. */
export function findingsTable(findings: Finding[]): string {
  const width = (key: 'what' | 'measured' | 'limit'): number =>
    Math.max(...findings.map((finding) => finding[key].length));
  const [what, measured, limit] = [width('what'), width('measured'), width('limit')];
  return findings
    .map(
      (finding) =>
        `  ${finding.what.padEnd(what)}  ${finding.measured.padStart(measured)}  ${finding.limit.padStart(limit)}  ${finding.keeps ? 'kept' : 'MISSED'}`,
    )
    .join('\n');
}
