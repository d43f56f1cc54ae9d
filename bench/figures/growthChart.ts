import { escaped } from './contenderChart.js';
import type { Curve } from './growthCurve.js';
import { percentile } from './percentile.js';

const WIDTH = 900;
const HEIGHT = 420;
const LEFT = 60;
const RIGHT = 280;
const COLORS = ['#4f46e5', '#0d9488', '#d97706', '#be185d'];

/** An SVG with a line for each curve: cost of one, as a multiple of the curve's lowest, over the size (logarithmic). Medians of the rounds. */
export function growthChart(curves: Curve[]): string {
  const bottom = HEIGHT - 40;
  const largest = Math.max(...curves.flatMap(({ points }) => points.map(({ size }) => size)));
  const times = ({ points }: Curve): number[] => {
    const medians = points.map(({ ms }) => percentile(ms, 50));
    return medians.map((median) => median / Math.min(...medians));
  };
  const most = Math.max(2, ...curves.flatMap(times));
  const x = (size: number): number =>
    LEFT + (Math.log10(size) / Math.log10(largest)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => bottom - (value / most) * (bottom - 50);
  const decades = Array.from({ length: Math.floor(Math.log10(largest)) + 1 }, (_, power) => 10 ** power);
  const lines = curves.map((curve, index) => {
    const color = COLORS[index % COLORS.length] ?? '#000';
    const ends = curve.points.map(({ size }, at) => [x(size), y(times(curve)[at] ?? Number.NaN)] as const);
    const dots = ends.map(
      ([cx, cy]) => `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="4" fill="${color}"/>`,
    );
    const legend = `<text x="${WIDTH - RIGHT + 16}" y="${70 + index * 22}" fill="${color}">${escaped(curve.label)}</text>`;
    const path = ends.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
    return `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}${legend}`;
  });
  const mark = (value: number, dash: string): string =>
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#64748b" stroke-dasharray="${dash}"/><text x="${LEFT - 8}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${value}×</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
<text x="10" y="24" font-size="16" font-weight="bold">Cost of one as the work grows, beside the lowest</text>
${mark(1, '')}
${mark(1.2, '4 4')}
${decades.map((size) => `<text x="${x(size).toFixed(1)}" y="${bottom + 20}" text-anchor="middle">${size.toLocaleString('en')}</text>`).join('')}
${lines.join('\n')}
</svg>
`;
}
