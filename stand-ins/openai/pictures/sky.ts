import type { SeededRandom } from '../author/seededRandom.js';

/** Hues in degrees: the sky from the top to the horizon, the glass, and its second colour. */
export interface Palette {
  sky: readonly [number, number, number, number];
  glass: number;
  accent: number;
}

const dusk: Palette = { sky: [248, 282, 338, 18], glass: 268, accent: 28 };

/** By the first words of the colours in the prompt. */
const byColours: Record<string, Palette> = {
  indigo: dusk,
  rose: { sky: [262, 312, 342, 28], glass: 344, accent: 36 },
  teal: { sky: [214, 206, 192, 176], glass: 186, accent: 212 },
  moss: { sky: [212, 186, 160, 64], glass: 128, accent: 40 },
  copper: { sky: [252, 330, 8, 24], glass: 14, accent: 38 },
  'ice blue': { sky: [232, 222, 208, 268], glass: 204, accent: 272 },
  'honey gold': { sky: [268, 330, 22, 42], glass: 40, accent: 22 },
  orchid: { sky: [236, 266, 302, 322], glass: 308, accent: 262 },
};

/** The palette that a prompt requests; dusk if it requests no known one. */
export function paletteOf(prompt: string): Palette {
  const asked = /Colours: ([^.]*)/.exec(prompt)?.[1] ?? '';
  const known = Object.keys(byColours).find((words) => asked.startsWith(words));
  return byColours[known ?? 'indigo'] ?? dusk;
}

const colour = (hue: number, saturation: number, lightness: number): string =>
  `hsl(${(((hue % 360) + 360) % 360).toFixed(0)},${saturation.toFixed(0)}%,${lightness.toFixed(0)}%)`;

/** Gradients that the sky and the halo refer to by id. */
export function skyDefinitions({ sky, glass, accent }: Palette): string {
  const stops = sky
    .map(
      (hue, stop) =>
        `<stop offset="${[0, 0.42, 0.74, 1][stop]}" stop-color="${colour(hue, 44 + stop * 9, 11 + stop * 14)}"/>`,
    )
    .join('');
  return `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">${stops}</linearGradient><radialGradient id="halo"><stop offset=".2" stop-color="${colour(accent, 90, 76)}" stop-opacity=".6"/><stop offset="1" stop-color="${colour(glass, 80, 60)}" stop-opacity="0"/></radialGradient>`;
}

/** Stars, and wide, faint panes that make the sky look cut as well. @param size edge length in pixels */
export function skyBehind(palette: Palette, size: number, random: SeededRandom): string {
  const panes = Array.from({ length: 18 }, () => {
    const corner = (): string =>
      `${random.between(-200, size + 200).toFixed(0)},${random.between(-200, size + 200).toFixed(0)}`;
    const fill = colour(random.pick(palette.sky) + random.between(-12, 12), 60, random.between(30, 70));
    return `<polygon points="${corner()} ${corner()} ${corner()}" fill="${fill}" fill-opacity="${random.between(0.04, 0.12).toFixed(2)}"/>`;
  });
  const stars = Array.from(
    { length: 70 },
    () =>
      `<circle cx="${random.between(0, size).toFixed(0)}" cy="${random.between(0, size * 0.55).toFixed(0)}" r="${random.between(0.6, 2).toFixed(1)}" fill="#fff" fill-opacity="${random.between(0.15, 0.7).toFixed(2)}"/>`,
  );
  return `<rect width="${size}" height="${size}" fill="url(#sky)"/>${panes.join('')}${stars.join('')}`;
}
