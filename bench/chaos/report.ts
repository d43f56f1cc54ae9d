import type { Verdict } from './checker.js';
import type { Ledger } from './ledger.js';
import type { ModelCallCount } from './modelCalls.js';
import type { FaultRecord } from './nemesis.js';
import { type ReadinessProbe, recoveryAfter, secondsAt } from './recovery.js';
import type { ChaosStage } from './stage.js';

/** Everything that a run is judged by. Times in seconds. */
export interface ChaosReport {
  seed: string;
  minutes: number;
  faults: number;
  /** Connections to the database that were cut inside a transaction or lost the reply to their COMMIT. */
  connectionsCut: number;
  accepted: number;
  /** Answers that had to be sent again, after no answer or after a refusal. */
  unknown: number;
  refused: Record<string, number>;
  lost: number;
  doubled: number;
  stuck: number;
  misread: number;
  /** Refusals that no fault explains. */
  wrong: number;
  failed: number;
  sagas: number;
  callsPerSaga: { mean: number | null; mostTexts: number };
  replies: number;
  /** From a fault's end to the next accepted answer and to readiness, of each API. */
  recovery: { accepting: Times; ready: Times };
  byKind: Record<string, { count: number; accepting: Times; ready: Times }>;
  /** Processes that ended without a signal, and starts that failed. */
  crashes: number;
  failedStarts: number;
  /** The first of everything that should not be. */
  findings: string[];
}

interface Times {
  p50: number | null;
  p99: number | null;
  max: number | null;
}

const SHOWN_FINDINGS = 20;

/** Puts the figures of a run together. */
export function chaosReport(run: {
  seed: string;
  startedAt: number;
  stage: ChaosStage;
  ledger: Ledger;
  faults: readonly FaultRecord[];
  probe: ReadinessProbe;
  verdict: Verdict;
  calls: ModelCallCount;
}): ChaosReport {
  const { stage, ledger, verdict, calls, faults } = run;
  const recoveries = faults.map(({ kind, end }) => ({
    kind,
    ...recoveryAfter(end, stage.urls, ledger.acceptances, run.probe),
  }));
  const times = (of: (typeof recoveries)[number][], what: 'accepting' | 'ready'): Times => {
    const values = of.flatMap((one) => one[what]);
    return { p50: secondsAt(values, 50), p99: secondsAt(values, 99), max: secondsAt(values, 100) };
  };
  const kinds = [...Map.groupBy(recoveries, ({ kind }) => kind)].toSorted(([a], [b]) => a.localeCompare(b));
  const sum = (count: (one: (typeof stage.members)[number]) => number): number =>
    stage.members.reduce((total, member) => total + count(member), 0);
  const { lost, doubled, stuck, misread, wrong, failed, versions } = verdict;
  return {
    seed: run.seed,
    minutes: Math.round((Date.now() - run.startedAt) / 6_000) / 10,
    faults: faults.length,
    connectionsCut: sum(({ database }) => database.cuts()),
    accepted: verdict.accepted,
    unknown: ledger.entries.reduce((total, { unknown }) => total + unknown, 0),
    refused: Object.fromEntries(ledger.refusals),
    lost: lost.length,
    doubled: doubled.length,
    stuck: stuck.length,
    misread: misread.length,
    wrong: wrong.length,
    failed: failed.length,
    sagas: versions,
    callsPerSaga: {
      mean: versions === 0 ? null : Math.round((calls.ofSagas / versions) * 100) / 100,
      mostTexts: calls.mostTexts,
    },
    replies: verdict.replies,
    recovery: { accepting: times(recoveries, 'accepting'), ready: times(recoveries, 'ready') },
    byKind: Object.fromEntries(
      kinds.map(([kind, of]) => [
        kind,
        { count: of.length, accepting: times(of, 'accepting'), ready: times(of, 'ready') },
      ]),
    ),
    crashes: sum(({ process }) => process.crashes()),
    failedStarts: sum(({ process }) => process.failedStarts()),
    findings: [
      ...lost.map((what) => `lost: ${what}`),
      ...doubled.map((what) => `doubled: ${what}`),
      ...stuck.map((what) => `stuck: ${what}`),
      ...misread.map((what) => `misread: ${what}`),
      ...wrong.map((what) => `wrong: ${what}`),
      ...failed.map((what) => `failed: ${what}`),
    ].slice(0, SHOWN_FINDINGS),
  };
}

/** Whether nothing was lost, doubled, stuck, misread or wrongly refused. */
export const isClean = ({ lost, doubled, stuck, misread, wrong }: ChaosReport): boolean =>
  lost + doubled + stuck + misread + wrong === 0;

/** The table at the end of a run. */
export function reportTable(report: ChaosReport): string {
  const spell = ({ p50, p99, max }: Times): string =>
    [p50, p99, max].map((seconds) => (seconds === null ? '-' : seconds.toFixed(1)).padStart(6)).join('');
  const rows = Object.entries(report.byKind).map(
    ([kind, { count, accepting, ready }]) =>
      `${kind.padEnd(34)}${String(count).padStart(6)}${spell(accepting)}${spell(ready)}`,
  );
  const refused = Object.entries(report.refused).map(([code, count]) => `${count} × ${code}`);
  const { mean, mostTexts } = report.callsPerSaga;
  return [
    `${'fault'.padEnd(34)}${'count'.padStart(6)}${'accepting again (s)'.padStart(18)}${'ready again (s)'.padStart(18)}`,
    `${''.padEnd(40)}${'   p50   p99   max'.repeat(2)}`,
    ...rows,
    `${'all'.padEnd(34)}${String(report.faults).padStart(6)}${spell(report.recovery.accepting)}${spell(report.recovery.ready)}`,
    '',
    `seed ${report.seed}, ${report.minutes} minutes, ${report.connectionsCut} connections cut in transactions`,
    `accepted ${report.accepted}, lost ${report.lost}, doubled ${report.doubled}, stuck ${report.stuck}`,
    `sent again: ${report.unknown} without an answer; refused: ${refused.join(', ') || 'none'}`,
    `sagas ${report.sagas}, FAILED ${report.failed}; model calls per saga: mean ${mean ?? '-'}, at most ${mostTexts} for one text`,
    `replies ${report.replies}, misread ${report.misread}, wrongly refused ${report.wrong}; crashes ${report.crashes}, failed starts ${report.failedStarts}`,
    ...report.findings,
    '',
  ].join('\n');
}
