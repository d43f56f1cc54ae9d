import { inWords, type Spread } from './goals.js';

/** A contender's bar. */
export interface Bar {
  label: string;
  spread: Spread;
  isOurs: boolean;
}

const ROW = 34;
const LEFT = 300;
const WIDTH = 900;
export const OURS = '#4f46e5';
export const THEIRS = '#94a3b8';

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** An SVG with a bar for each contender's median, and a line from its lowest to its highest round. */
export function contenderChart(title: string, bars: Bar[]): string {
  const most = Math.max(...bars.map(({ spread }) => spread.high));
  const x = (value: number): number => LEFT + (value / most) * (WIDTH - LEFT - 190);
  const rows = bars.map(({ label, isOurs, spread: { median, low, high } }, index) => {
    const y = 46 + index * ROW;
    return `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${escaped(label)}</text>
<rect x="${LEFT}" y="${y}" width="${(x(median) - LEFT).toFixed(1)}" height="20" fill="${isOurs ? OURS : THEIRS}"/>
<line x1="${x(low).toFixed(1)}" x2="${x(high).toFixed(1)}" y1="${y + 10}" y2="${y + 10}" stroke="#0f172a" stroke-width="2"/>
<text x="${(x(high) + 8).toFixed(1)}" y="${y + 15}">${inWords({ median, low: median, high: median })}</text>`;
  });
  const height = 60 + bars.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="14">
<rect width="100%" height="100%" fill="#fff"/>
<text x="10" y="24" font-size="16" font-weight="bold">${escaped(title)}</text>
${rows.join('\n')}
</svg>
`;
}
