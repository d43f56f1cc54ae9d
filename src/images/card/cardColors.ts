import type { Archetype } from '../../measurement/archetypes.js';

/** The hues of the app's archetypes (web/src/styles/tokens.css). */
const hues: Record<Archetype, number> = {
  PROTECTOR: 235,
  SAGE: 200,
  REBEL: 30,
  ARTIST: 345,
  CAREGIVER: 10,
  MYSTIC: 290,
  LEADER: 80,
  TRICKSTER: 145,
};

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

/** The app's dark theme in the hue of an archetype. */
export function cardColors(archetype: Archetype) {
  const hue = hues[archetype];
  /** @param light 0 (in shadow) to 1 (a highlight) */
  const glass = (light: number): string => oklch(0.3 + 0.65 * light, 0.03 + 0.42 * light * (1 - light), hue);
  return {
    glass,
    /** Cut glass splits light. */
    fire: (light: number): string => oklch(0.36 + 0.56 * light, 0.05 + 0.3 * light * (1 - light), hue + 65),
    accent: oklch(0.82, 0.11, hue),
    accentStrong: oklch(0.88, 0.09, hue),
    night: oklch(0.165, 0.022, hue),
    dusk: oklch(0.27, 0.065, hue),
    glow: oklch(0.5, 0.13, hue),
    horizon: oklch(0.42, 0.1, hue + 50),
    edge: oklch(0.95, 0.03, hue),
    text: '#f6f3fc',
    textSoft: oklch(0.82, 0.03, hue),
    qrInk: '#17121f',
    qrPaper: '#ffffff',
  };
}

export type CardColors = ReturnType<typeof cardColors>;
