import type { Locale } from '../mirror/evidencePack.js';
import type { SeededRandom } from './seededRandom.js';

/** What an obeying model has before it. */
export interface Told {
  /** The string that asks, as it stands in the data. */
  order: string;
  /** Our own instructions: what nobody may be told. */
  system: string;
  /** Everything that the prompt tells as data. */
  data: unknown;
  random: SeededRandom;
}

/** A kind of order, and how the worst of models carries it out. */
export interface ObeyOrder {
  asks: RegExp;
  /** Alters one text of the answer or, where `isWhole`, the answer itself. */
  does: (part: string, told: Told) => string;
  isWhole?: boolean;
  /** Given up once a checker has refused a draft: a model may mend what it was told is wrong. */
  relents?: boolean;
  /** The same order as a remark about a person, which no word of the payload is in: it passes for prose until the next prompt. */
  relay: Record<Locale, string>;
}
