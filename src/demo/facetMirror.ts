import { type SeededRandom, seededRandom } from './seededRandom.js';

type Point = readonly [x: number, y: number];

interface Mood {
  sky: readonly [number, number, number, number];
  glass: number;
  glint: number;
}

/** Dusk skies and the glass that stands in them: degrees of hue, from the top of the sky to the horizon, then the glass and its glint. */
const moods: readonly [Mood, ...Mood[]] = [
  { sky: [248, 282, 338, 18], glass: 268, glint: 36 },
  { sky: [222, 236, 262, 322], glass: 206, glint: 330 },
  { sky: [232, 262, 302, 28], glass: 318, glint: 188 },
  { sky: [208, 214, 246, 14], glass: 176, glint: 24 },
  { sky: [258, 292, 332, 40], glass: 20, glint: 286 },
  { sky: [214, 248, 280, 350], glass: 152, glint: 44 },
  { sky: [240, 256, 290, 8], glass: 232, glint: 164 },
];

const size = 1024;
const centre: Point = [size / 2, size * 0.46];
/** Where the light comes from: left above. */
const light: Point = [-0.55, -0.83];

const at = (angle: number, radius: number): Point => [
  centre[0] + Math.cos(angle) * radius,
  centre[1] + Math.sin(angle) * radius * 1.12,
];
const coordinates = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
const colour = (hue: number, saturation: number, lightness: number): string =>
  `hsl(${(((hue % 360) + 360) % 360).toFixed(0)},${saturation.toFixed(0)}%,${lightness.toFixed(0)}%)`;

/** One ring of corners, each a little off its place, as a hand would cut it. */
function ring(corners: number, radius: number, turn: number, random: SeededRandom): Point[] {
  return Array.from({ length: corners }, (_, corner) =>
    at(
      turn + ((corner + random.between(-0.16, 0.16)) / corners) * Math.PI * 2,
      radius * random.between(0.93, 1.07),
    ),
  );
}

/** A facet is as bright as it leans towards the light, and now and then it catches the other colour. */
function facet(
  points: readonly [Point, Point, Point],
  depth: number,
  mood: Mood,
  random: SeededRandom,
): string {
  const middle: Point = [
    (points[0][0] + points[1][0] + points[2][0]) / 3 - centre[0],
    (points[0][1] + points[1][1] + points[2][1]) / 3 - centre[1],
  ];
  const length = Math.hypot(...middle) || 1;
  const lean = (middle[0] * light[0] + middle[1] * light[1]) / length;
  const catches = random.next() < 0.2;
  const hue = catches
    ? mood.glint + random.between(-14, 14)
    : mood.glass + lean * 26 + random.between(-18, 18);
  const lightness = 44 + lean * 20 + (1 - depth) * 16 + random.between(-9, 9) + (catches ? 10 : 0);
  const fill = colour(hue, 62 + random.between(-12, 16), Math.min(92, Math.max(14, lightness)));
  return `<polygon points="${coordinates(points)}" fill="${fill}" fill-opacity="${random.between(0.82, 0.96).toFixed(2)}" stroke="#fff" stroke-opacity=".34" stroke-width="1.3" stroke-linejoin="round"/>`;
}

/** The stone: a table in the middle, rings around it, triangles between the rings. */
function stone(mood: Mood, random: SeededRandom): { facets: string; outline: Point[] } {
  const corners = Math.floor(random.between(8, 13));
  const turn = random.between(0, Math.PI);
  const rings = [0.3, 0.58, 0.82, 1].map((radius, at_) =>
    ring(corners, radius * 330, turn + (at_ * Math.PI) / corners, random),
  );
  const facets: string[] = [];
  const [table = []] = rings;
  table.forEach((point, corner) => {
    const next = table[(corner + 1) % corners] ?? point;
    facets.push(facet([centre, point, next], 0, mood, random));
  });
  rings.slice(1).forEach((outer, step) => {
    const inner = rings[step] ?? [];
    outer.forEach((point, corner) => {
      const near = inner[corner] ?? point;
      const far = inner[(corner + 1) % corners] ?? point;
      const next = outer[(corner + 1) % corners] ?? point;
      facets.push(
        facet([near, far, point], (step + 1) / 3, mood, random),
        facet([point, next, far], (step + 1) / 3, mood, random),
      );
    });
  });
  return { facets: facets.join(''), outline: rings.at(-1) ?? [] };
}

/** Wide, faint panes behind everything, so that the dusk itself looks cut. */
function panes(mood: Mood, random: SeededRandom): string {
  return Array.from({ length: 16 }, () => {
    const corner = (): Point => [random.between(-200, size + 200), random.between(-200, size + 200)];
    const hue = random.pick(mood.sky) + random.between(-12, 12);
    return `<polygon points="${coordinates([corner(), corner(), corner()])}" fill="${colour(hue, 60, random.between(30, 70))}" fill-opacity="${random.between(0.04, 0.11).toFixed(2)}"/>`;
  }).join('');
}

const stars = (random: SeededRandom): string =>
  Array.from(
    { length: 70 },
    () =>
      `<circle cx="${random.between(0, size).toFixed(0)}" cy="${random.between(0, size * 0.55).toFixed(0)}" r="${random.between(0.6, 2).toFixed(1)}" fill="#fff" fill-opacity="${random.between(0.15, 0.7).toFixed(2)}"/>`,
  ).join('');

/** Four-pointed sparks on corners that face the light. */
const sparks = (outline: Point[], random: SeededRandom): string =>
  outline
    .filter(([x, y]) => (x - centre[0]) * light[0] + (y - centre[1]) * light[1] > 140)
    .slice(0, 3)
    .map(([x, y]) => {
      const r = random.between(26, 58);
      const n = r * 0.07;
      return `<path d="M${x} ${y - r}L${x + n} ${y - n}L${x + r} ${y}L${x + n} ${y + n}L${x} ${y + r}L${x - n} ${y + n}L${x - r} ${y}L${x - n} ${y - n}Z" fill="#fff" fill-opacity=".92"/><circle cx="${x}" cy="${y}" r="${r * 0.6}" fill="url(#glow)"/>`;
    })
    .join('');

const gradientStops = (mood: Mood): string =>
  mood.sky
    .map(
      (hue, stop) =>
        `<stop offset="${[0, 0.42, 0.74, 1][stop]}" stop-color="${colour(hue, 44 + stop * 9, 11 + stop * 14)}"/>`,
    )
    .join('');

/**
 * A mirror cut like a gem before a dusk sky, with its reflection below.
 * @param seed the same seed gives the same picture: its colours, corners and facets all come from it
 * @returns an SVG document of 1024×1024
 */
export function facetMirror(seed: string): string {
  const random = seededRandom(seed);
  const mood = random.pick(moods);
  const { facets, outline } = stone(mood, random);
  const ground = centre[1] + 400;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">${gradientStops(mood)}</linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="#fff" stop-opacity=".8"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<radialGradient id="halo"><stop offset=".25" stop-color="${colour(mood.glint, 90, 74)}" stop-opacity=".55"/><stop offset="1" stop-color="${colour(mood.glass, 80, 60)}" stop-opacity="0"/></radialGradient>
<linearGradient id="sheen" x1="0" y1="0" x2="1" y2="1"><stop offset=".1" stop-color="#fff" stop-opacity=".5"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/></linearGradient>
<filter id="soft" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="5"/></filter>
<g id="stone">${facets}<polygon points="${coordinates(outline)}" fill="url(#sheen)" stroke="#fff" stroke-opacity=".5" stroke-width="2"/></g></defs>
<rect width="${size}" height="${size}" fill="url(#sky)"/>${panes(mood, random)}${stars(random)}
<circle cx="${centre[0]}" cy="${centre[1]}" r="500" fill="url(#halo)"/>
<rect y="${ground}" width="${size}" height="${size - ground}" fill="#0b0820" fill-opacity=".5"/>
<g filter="url(#soft)" opacity=".4" transform="translate(0 ${2 * ground}) scale(1 -1)"><use xlink:href="#stone"/></g>
<rect y="${ground}" width="${size}" height="2" fill="#fff" fill-opacity=".25"/>
<use xlink:href="#stone"/>${sparks(outline, random)}</svg>`;
}
