import type { Facet } from './mirrorGeometry';

const SHADES = ['--glass-4', '--glass-3', '--glass-2', '--glass-1'] as const;
/** The maximum share of --glass-4 in an unlit facet, in percent: enough to make the cut visible. */
const UNLIT_DEPTH = 18;
/** Above 1, so that fewer facets get the brightest tone, which is kept for highlights. */
const GAMMA = 1.3;
/** Cut glass splits light: one in FIRE_EVERY facets gets FIRE percent of --glass-fire. */
const FIRE_EVERY = 5;
const FIRE = 46;

/** Tests in Node have no CSS object, and compare the mixed colours. */
const canMix = typeof CSS === 'undefined' || CSS.supports('color', 'color-mix(in oklab, red, blue)');

function colorMix(over: string, percent: number, under: string): string {
  if (!canMix) return percent < 50 ? under : over;
  return `color-mix(in oklab, ${over} ${percent.toFixed(0)}%, ${under})`;
}

/**
 * The CSS colour of a facet, mixed from the glass tokens so that it follows the theme and the archetype.
 * @param index the position in `facets`
 */
export function facetColor({ light }: Pick<Facet, 'light'>, index: number, isLit: boolean): string {
  if (!isLit) return colorMix('var(--glass-unlit)', 100 - UNLIT_DEPTH * light, 'var(--glass-4)');
  const tone = light ** GAMMA * 3;
  const step = Math.min(2, Math.floor(tone));
  const glass = colorMix(`var(${SHADES[step + 1]})`, (tone - step) * 100, `var(${SHADES[step]})`);
  return index % FIRE_EVERY === 0 ? colorMix('var(--glass-fire)', FIRE, glass) : glass;
}
