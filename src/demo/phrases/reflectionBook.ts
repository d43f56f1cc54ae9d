import type { Agreement, Level, TraitId } from '../../mirror/evidencePack.js';
import type { Variants } from './phraseBook.js';

/**
 * What the stand-in's three experts can note in one language. `{trait}`, `{other}` (a trait's name), `{level}`, `{otherLevel}`,
 * `{name}`, `{image}`, `{top}` and `{quote}` are filled in.
 */
export interface ReflectionBook {
  traits: Record<TraitId, string>;
  levels: Record<Level, string>;
  /** Of friends. A person's own account has none. */
  agreement: Record<Agreement, string>;
  standing: Variants;
  word: Variants;
  /** The same of a person's own choice. */
  ownWord: Variants;
  quote: Variants;
  image: Variants;
  contrast: Variants;
}
