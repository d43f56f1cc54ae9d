import { escaped, OURS } from './contenderChart.js';
import { type Goal, isKept } from './goals.js';

const ROW = 22;
const LEFT = 560;
const WIDTH = 1_000;
const MISSED = '#dc2626';
/** The scale ends where a figure is this many times better or worse than its goal. */
const FACTOR = 16;

/** How many times better than its goal: 1 is the goal itself. Null where it cannot be said, as with a goal of 0. */
function timesBetter({ is, goal, measured: { median } }: Goal): number | null {
  const times = is === 'least' ? median / goal : goal / median;
  return Number.isFinite(times) && times > 0 ? times : null;
}

/** An SVG with a bar for each goal, to the right of the line if it is kept and to the left if it is missed. Logarithmic. */
export function goalChart(goals: Goal[]): string {
  const middle = LEFT + (WIDTH - LEFT) / 2;
  const x = (times: number): number => {
    const share = Math.log(Math.min(FACTOR, Math.max(1 / FACTOR, times))) / Math.log(FACTOR);
    return middle + share * ((WIDTH - LEFT) / 2 - 60);
  };
  const rows = goals.map((goal, index) => {
    const y = 56 + index * ROW;
    const times = timesBetter(goal) ?? (isKept(goal) ? FACTOR : 1 / FACTOR);
    const end = x(times);
    const words =
      timesBetter(goal) === null ? (isKept(goal) ? 'kept' : 'missed') : `${times.toPrecision(2)}×`;
    return `<text x="${LEFT - 10}" y="${y + 12}" text-anchor="end">${escaped(goal.what)}</text>
<rect x="${Math.min(middle, end).toFixed(1)}" y="${y}" width="${Math.max(1, Math.abs(end - middle)).toFixed(1)}" height="15" fill="${isKept(goal) ? OURS : MISSED}"/>
<text x="${(end >= middle ? end + 6 : end - 6).toFixed(1)}" y="${y + 12}" text-anchor="${end >= middle ? 'start' : 'end'}">${words}</text>`;
  });
  const height = 70 + goals.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
<text x="10" y="24" font-size="16" font-weight="bold">Times better than the goal</text>
<line x1="${middle}" x2="${middle}" y1="44" y2="${height - 10}" stroke="#0f172a"/>
<text x="${middle}" y="38" text-anchor="middle">goal</text>
${rows.join('\n')}
</svg>
`;
}
