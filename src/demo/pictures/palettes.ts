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
