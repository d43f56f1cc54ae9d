import type { Locale } from '../../locale.js';
import { insightWordings } from '../insight/wording/insightWordings.js';
import type { Measurement } from '../measurement.js';
import { compatibility } from './compatibility.js';

/** One of the two people compared. */
export interface ComparedPerson {
  name: string;
  measurement: Measurement;
}

/**
 * Describes what brings two people together and what sets them apart, in the reader's language: up to two
 * sentences each, or a single one if no trait is a reason.
 * @returns sentences that name `a` first if the order has no other meaning
 */
export function describeCompatibility(a: ComparedPerson, b: ComparedPerson, locale: Locale): string[] {
  const { together, apart } = compatibility(a.measurement, b.measurement);
  const say = insightWordings[locale];
  const names = [a.name, b.name] as const;
  const scoreOf = ({ measurement }: ComparedPerson, id: string): number =>
    measurement.traits.find(({ trait }) => trait === id)?.score ?? 0;
  if (together.length + apart.length === 0) return [say.noReason({ names })];
  return [
    ...together.map((shared) => say.together({ names, ...shared })),
    ...apart.map((trait) => {
      const [high, low] = scoreOf(a, trait) > scoreOf(b, trait) ? [a, b] : [b, a];
      return say.apart({ names: [high.name, low.name], trait });
    }),
  ];
}
