import type { Agreement, Level } from '../../../src/measurement/measurement.js';
import type { TraitId } from '../../../src/measurement/traits.js';
import type { Variants } from './phraseBook.js';

/**
 * The notes of the stand-in's three experts in one language. `{trait}`, `{other}` (a trait's name),
 * `{level}`, `{otherLevel}`, `{name}`, `{image}`, `{top}` and `{quote}` are filled in.
 */
export interface ReflectionBook {
  traits: Record<TraitId, string>;
  levels: Record<Level, string>;
  /** Agreement among friends; not used in practice mode. */
  agreement: Record<Agreement, string>;
  traitLevel: Variants;
  word: Variants;
  /** The same for a word the person chose in practice mode. */
  ownWord: Variants;
  quote: Variants;
  image: Variants;
  contrast: Variants;
}
