import type { Outcome } from './journey.js';

/** A journey, judged. */
export interface JudgedJourney {
  name: string;
  outcome: Outcome;
  /** Paid calls for the thing that took most of them. */
  mostPaid: number;
  misses: string[];
}

const heads = [
  'behaviour',
  'persona',
  'picture',
  'chat',
  'moderation',
  'seconds',
  'paid',
  'verdict',
  'reason',
];

function cells({ name, outcome, mostPaid, misses }: JudgedJourney): string[] {
  const { status, writing, picture, replies, failure, moderation, seconds } = outcome;
  const complete = replies.filter((reply) => reply.status === 'COMPLETE').length;
  const reason = failure?.reason ?? replies.find((reply) => reply.reason !== null)?.reason ?? '';
  return [
    name,
    writing === null ? status : `${status} ${writing}`,
    picture ?? '–',
    replies.length === 0 ? '–' : `${complete} of ${replies.length}`,
    moderation,
    seconds.toFixed(1),
    String(mostPaid),
    misses.length === 0 ? 'as wanted' : `MISSED: ${misses.join('; ')}`,
    reason,
  ];
}

/** A text table with a line for each journey. */
export function journeyTable(journeys: readonly JudgedJourney[]): string {
  const rows = [heads, ...journeys.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}
