import { brandStack, widthOf } from './cardFonts.js';
import type { CardLayout } from './cardLayouts.js';
import { closedPath, type Point } from './polygons.js';

export const BRAND = 'Re:MirAI';

/** The gem of web/public/favicon.svg, 40 wide and 48 high. */
const facets: { points: readonly (readonly [x: number, y: number])[]; fill: string }[] = [
  {
    points: [
      [20, 0],
      [40, 14],
      [20, 24],
    ],
    fill: '#e9dcff',
  },
  {
    points: [
      [20, 0],
      [0, 14],
      [20, 24],
    ],
    fill: '#b79af0',
  },
  {
    points: [
      [0, 14],
      [0, 34],
      [20, 24],
    ],
    fill: '#7d5fc4',
  },
  {
    points: [
      [40, 14],
      [40, 34],
      [20, 24],
    ],
    fill: '#cfb5ff',
  },
  {
    points: [
      [20, 48],
      [0, 34],
      [20, 24],
    ],
    fill: '#54409a',
  },
  {
    points: [
      [20, 48],
      [40, 34],
      [20, 24],
    ],
    fill: '#9273dd',
  },
];

/** What the mark and the space behind it take before the brand's name, in pixels. */
export const markWidth = (size: number): number => size * 1.06;

/** The gem before the brand's name. @returns SVG elements */
export function drawBrandMark({ x, y, width, height, align, size }: CardLayout['brand']): string {
  const taken = markWidth(size) + widthOf(brandStack, BRAND) * size;
  const left = align === 'center' ? x + (width - taken) / 2 : x;
  const scale = (size * 0.92) / 48;
  const at = ([px, py]: readonly [number, number]): Point => ({
    x: left + px * scale,
    y: y + height / 2 + (py - 24) * scale,
  });
  return facets
    .map(({ points, fill }) => `<path d="${closedPath(points.map(at))}" fill="${fill}"/>`)
    .join('');
}
