import type { Facet } from './cutFacets';

const SHADES = ['--glass-4', '--glass-3', '--glass-2', '--glass-1'] as const;
/** So much of the deep glass the darkest unlit facet keeps, in percent: enough to see that it is cut. */
const UNLIT_DEPTH = 18;
/** More of the middle tones than of the brightest one, which is for where the light falls in. */
const GAMMA = 1.3;
/** Cut glass parts the light: one facet in so many throws another colour back, in percent. */
const FIRE_EVERY = 5;
const FIRE = 46;

const mixed = (over: string, percent: number, under: string): string =>
  `color-mix(in oklab, ${over} ${percent.toFixed(0)}%, ${under})`;

/**
 * The colour of a facet as CSS, between the tokens of the glass: so that it follows theme and archetype by itself.
 * @param index its place among the facets
 */
export function glassOf({ light }: Pick<Facet, 'light'>, index: number, isLit: boolean): string {
  if (!isLit) return mixed('var(--glass-unlit)', 100 - UNLIT_DEPTH * light, 'var(--glass-4)');
  const tone = light ** GAMMA * 3;
  const step = Math.min(2, Math.floor(tone));
  const glass = mixed(`var(${SHADES[step + 1]})`, (tone - step) * 100, `var(${SHADES[step]})`);
  return index % FIRE_EVERY === 0 ? mixed('var(--glass-fire)', FIRE, glass) : glass;
}
