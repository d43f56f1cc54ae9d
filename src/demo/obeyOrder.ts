import type { Locale } from '../mirror/evidencePack.js';
import type { SeededRandom } from './seededRandom.js';

/** What an obeying model can read. */
export interface AdversaryContext {
  /** The string that contains the order, unchanged. */
  order: string;
  /** Our own instructions, which must not leak. */
  system: string;
  /** The prompt's data. */
  data: unknown;
  random: SeededRandom;
}

/** A kind of order, and how the worst possible model obeys it. */
export interface InjectedOrder {
  pattern: RegExp;
  /** Changes one text of the answer or, if `isWhole`, the whole answer. */
  apply: (part: string, context: AdversaryContext) => string;
  changesWholeAnswer?: boolean;
  /** Dropped once a checker has refused a draft, as a model may fix what the checker reports. */
  isDroppedOnRepair?: boolean;
  /**
   * The same order phrased as a remark about a person, without any word of the payload, so that it passes
   * until the next prompt.
   */
  relay: Record<Locale, string>;
}
