import type { Measurement } from '../measurement.js';
import type { TraitId } from '../traits.js';

/** The five figures of the persona's card, whole numbers 0–100. */
interface DisplayStats {
  charisma: number;
  kindness: number;
  intellect: number;
  energy: number;
  discipline: number;
}

/**
 * Returns the traits under the product's names. Energy is the mean of extraversion and of calm (100 −
 * neuroticism): lively without being driven. Rounded once, at the end.
 */
export function displayStats({ traits }: Pick<Measurement, 'traits'>): DisplayStats {
  const percentile = (id: TraitId): number => {
    const found = traits.find(({ trait }) => trait === id);
    if (found === undefined) throw new RangeError(`The measurement has no trait ${id}.`);
    return found.percentile;
  };
  return {
    charisma: Math.round(percentile('E')),
    kindness: Math.round(percentile('A')),
    intellect: Math.round(percentile('I')),
    energy: Math.round((percentile('E') + 100 - percentile('N')) / 2),
    discipline: Math.round(percentile('C')),
  };
}
