import { cardColors } from './cardColors.js';
import { MIRROR_WIDTH, mirrorFacets, rimPolygon } from './mirrorFacets.js';
import { closedPath, placed, type Point } from './polygons.js';

/** The hues of the two gems. They are the same for all people, because an archetype is not part of a comparison. */
const [left, right] = [cardColors('MYSTIC'), cardColors('LEADER')];

/**
 * Two gems of cut glass that overlap by a score, like the app's (web/src/features/compare/rules/overlappingGems.ts).
 * @param radius half their height
 * @param score 0 (they touch) to 100 (they coincide)
 * @returns SVG elements
 */
export function drawPair({ center, radius }: { center: Point; radius: number }, score: number): string {
  const offset = (distanceFor(score / 100) / 2) * radius * MIRROR_WIDTH;
  const [mine, theirs] = [
    { x: center.x - offset, y: center.y },
    { x: center.x + offset, y: center.y },
  ];
  const pathOf = (points: readonly Point[], at: Point): string =>
    closedPath(points.map((point) => placed(point, radius, at)));
  const gem = (at: Point, colors: typeof left): string =>
    mirrorFacets
      .map(({ points, light }) => `<path d="${pathOf(points, at)}" fill="${colors.glass(light ** 1.25)}"/>`)
      .join('');
  const edge = `fill="none" stroke="${left.edge}" stroke-linejoin="round" stroke-width="${radius / 110}" stroke-opacity=".75"`;
  return [
    `<clipPath id="other"><path d="${pathOf(rimPolygon, theirs)}"/></clipPath>`,
    `<radialGradient id="halo"><stop offset=".5" stop-color="${left.glow}" stop-opacity=".6"/><stop offset="1" stop-color="${left.glow}" stop-opacity="0"/></radialGradient>`,
    `<ellipse cx="${center.x}" cy="${center.y}" rx="${offset + radius * 1.35}" ry="${radius * 1.4}" fill="url(#halo)"/>`,
    `<g stroke="${left.edge}" stroke-linejoin="round" stroke-width="${radius / 220}" stroke-opacity=".35">`,
    gem(theirs, right),
    gem(mine, left),
    '</g>',
    `<path d="${pathOf(rimPolygon, mine)}" clip-path="url(#other)" fill="#fff" fill-opacity=".5"/>`,
    `<path d="${pathOf(rimPolygon, theirs)}" ${edge}/><path d="${pathOf(rimPolygon, mine)}" ${edge}/>`,
  ].join('');
}

/**
 * The distance between two circles of radius 1 that share a part of their areas.
 * @param share 0 (they touch) to 1 (they coincide)
 * @returns distance between the centres, 2 to 0
 */
function distanceFor(share: number): number {
  let [near, far] = [0, 2];
  // The shared part falls monotonically with the distance. 30 halvings are more precise than any screen.
  for (let step = 0; step < 30; step += 1) {
    const middle = (near + far) / 2;
    if (sharedArea(middle) > share) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/** The area that two circles of radius 1 share, as a part of one's. @param distance between their centres, 0 to 2 */
function sharedArea(distance: number): number {
  const half = distance / 2;
  return (2 * Math.acos(half) - distance * Math.sqrt(1 - half * half)) / Math.PI;
}
