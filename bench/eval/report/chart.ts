import { points } from '../figures/points.js';
import type { Estimate, Summary } from '../figures/summarise.js';

const WIDTH = 860;
const LEFT = 225;
const RIGHT = 30;
const TOP = 46;
const ROW = 62;
const GOAL = 0.85;
/** An interval may be very wide. It is cut off here, without an end mark. */
const FARTHEST = { from: -5, to: 3 };

interface Row {
  label: string;
  estimate: Estimate;
  colour: string;
}

const rowsOf = ({ persona, blank, shuffled }: Summary): Row[] => [
  { label: 'Persona', estimate: persona, colour: '#1d4ed8' },
  { label: 'Blank persona (control)', estimate: blank, colour: '#6b7280' },
  ...(shuffled === null
    ? []
    : [{ label: 'Shuffled evidence (control)', estimate: shuffled, colour: '#b45309' }]),
];

/** The axis range over all intervals, in steps of one half. It always includes the goal and 1. */
function rangeOf(rows: readonly Row[]): { from: number; to: number } {
  const ends = rows
    .flatMap(({ estimate }) => [estimate.low, estimate.value, estimate.high])
    .filter((value) => Number.isFinite(value));
  const from = Math.floor(Math.min(-0.5, ...ends) * 2) / 2;
  const to = Math.ceil(Math.max(1, ...ends) * 2) / 2;
  return { from: Math.max(FARTHEST.from, from), to: Math.min(FARTHEST.to, to) };
}

type Place = (value: number) => number;

/** @param anchor the side of the label, because the two lines may be close together */
function reference(
  value: number,
  label: string,
  anchor: 'start' | 'end',
  dash: string,
  x: Place,
  bottom: number,
): string {
  const at = x(value).toFixed(1);
  return (
    `<line x1="${at}" y1="${TOP - 8}" x2="${at}" y2="${bottom}" stroke="#374151" stroke-width="1.5" ${dash}/>` +
    `<text x="${at}" y="${TOP - 16}" text-anchor="${anchor}" class="note">${label}</text>`
  );
}

function rowSvg({ label, estimate, colour }: Row, at: number, x: Place): string {
  const y = TOP + ROW * (at + 0.5);
  const { value, low, high } = estimate;
  const name = `<text x="${LEFT - 14}" y="${y + 5}" text-anchor="end">${label}</text>`;
  if (![value, low, high].every((number) => Number.isFinite(number)))
    return `${name}<text x="${LEFT + 10}" y="${y + 5}" class="note">undefined: the other friends tell nothing here</text>`;
  const cap = (end: number): string =>
    `<line x1="${x(end).toFixed(1)}" y1="${y - 7}" x2="${x(end).toFixed(1)}" y2="${y + 7}" stroke="${colour}" stroke-width="2"/>`;
  return (
    `${name}<line x1="${x(low).toFixed(1)}" y1="${y}" x2="${x(high).toFixed(1)}" y2="${y}" stroke="${colour}" stroke-width="2"/>` +
    `${low < FARTHEST.from ? '' : cap(low)}${high > FARTHEST.to ? '' : cap(high)}<circle cx="${x(value).toFixed(1)}" cy="${y}" r="7" fill="${colour}"/>` +
    `<text x="${x(value).toFixed(1)}" y="${y - 14}" text-anchor="middle" class="value">${points(value)}</text>`
  );
}

/** A self-contained SVG of the normalised faithfulness and both controls, each with its 95 % interval. */
export function chart(summary: Summary): string {
  const rows = rowsOf(summary);
  const { from, to } = rangeOf(rows);
  const bottom = TOP + ROW * rows.length;
  const x: Place = (value) => {
    const inside = Math.min(to, Math.max(from, value));
    return LEFT + ((inside - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  };
  const steps = Math.round((to - from) * 2);
  const step = Math.max(1, Math.ceil(steps / 10));
  const ticks = Array.from({ length: Math.floor(steps / step) + 1 }, (_, at) => from + (at * step) / 2);
  const grid = ticks.map((value) => {
    const at = x(value).toFixed(1);
    return (
      `<line x1="${at}" y1="${TOP - 8}" x2="${at}" y2="${bottom}" stroke="#e5e7eb"/>` +
      `<text x="${at}" y="${bottom + 22}" text-anchor="middle" class="note">${value.toFixed(1)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + 56}" role="img" aria-label="Normalised faithfulness of the persona and of both controls">`,
    '<style>text{font:15px system-ui,sans-serif;fill:#111827}.note{font-size:13px;fill:#4b5563}.value{font-weight:600;stroke:#ffffff;stroke-width:5px;paint-order:stroke}</style>',
    `<rect width="${WIDTH}" height="${bottom + 56}" fill="#ffffff"/>`,
    ...grid,
    reference(0, '0: the norm alone', 'end', '', x, bottom),
    reference(GOAL, `${GOAL}: goal`, 'start', 'stroke-dasharray="6 4"', x, bottom),
    ...rows.map((row, at) => rowSvg(row, at, x)),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${bottom + 46}" text-anchor="middle" class="note">normalised faithfulness with its 95 % interval; 1: as good as the other friends' answers</text>`,
    '</svg>',
  ].join('\n');
}
