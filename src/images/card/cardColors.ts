import type { Archetype } from '../../measurement/archetypes.js';

/** The hue of an archetype as in the app (web/src/styles/tokens.css), and that of the light which its glass splits. */
const hues: Record<Archetype, { hue: number; fire: number }> = {
  PROTECTOR: { hue: 235, fire: 300 },
  SAGE: { hue: 200, fire: 265 },
  REBEL: { hue: 30, fire: 80 },
  ARTIST: { hue: 345, fire: 50 },
  CAREGIVER: { hue: 10, fire: 75 },
  MYSTIC: { hue: 290, fire: 355 },
  LEADER: { hue: 80, fire: 30 },
  TRICKSTER: { hue: 145, fire: 205 },
};
/** The hue of the evening sky, which every card shares. */
const DUSK = 300;

/** The app's tones of glass in its dark theme, from shadow to highlight. */
const glassTones = [
  { lightness: 0.34, chroma: 0.09 },
  { lightness: 0.5, chroma: 0.13 },
  { lightness: 0.66, chroma: 0.135 },
  { lightness: 0.8, chroma: 0.1 },
  { lightness: 0.95, chroma: 0.03 },
] as const;

/** A colour of the OKLCH space in sRGB, as SVG knows it. Channels outside of sRGB are clipped. */
function oklch(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((linear) => {
    const light = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, light)) * 255);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** @param light 0 (in shadow) to 1 (a highlight) */
function glassTone(light: number, hue: number): string {
  const position = Math.min(0.999, Math.max(0, light)) * (glassTones.length - 1);
  const [from, to] = [glassTones[Math.floor(position)], glassTones[Math.floor(position) + 1]];
  if (from === undefined || to === undefined) throw new RangeError(`There is no tone ${light}.`);
  const part = position % 1;
  return oklch(
    from.lightness + (to.lightness - from.lightness) * part,
    from.chroma + (to.chroma - from.chroma) * part,
    hue,
  );
}

/** The app's dark theme in the hue of an archetype. */
export function cardColors(archetype: Archetype) {
  const { hue, fire } = hues[archetype];
  return {
    glass: (light: number): string => glassTone(light, hue),
    /** Cut glass splits light. */
    fire: (light: number): string => glassTone(0.36 + 0.6 * light, fire),
    accent: oklch(0.82, 0.11, hue),
    accentStrong: oklch(0.88, 0.09, hue),
    night: oklch(0.17, 0.03, DUSK),
    dusk: oklch(0.25, 0.06, DUSK),
    /** Between the two colours of the glass. */
    horizon: oklch(0.42, 0.105, hue + (((fire - hue + 540) % 360) - 180) / 2),
    glow: oklch(0.56, 0.14, hue),
    edge: oklch(0.95, 0.03, hue),
    text: '#f8f5fd',
    textSoft: oklch(0.86, 0.03, hue),
    qrInk: '#17121f',
    qrPaper: '#ffffff',
  };
}

export type CardColors = ReturnType<typeof cardColors>;
