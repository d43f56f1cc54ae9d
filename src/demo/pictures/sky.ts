import type { SeededRandom } from '../seededRandom.js';
import type { Palette } from './palettes.js';

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
