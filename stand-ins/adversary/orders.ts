import type { Locale } from '../../src/locale.js';
import type { SeededRandom } from '../openai/author/seededRandom.js';

/** False for ids and values from closed lists, which are one plain word. Everything else is prose. */
const isProse = (text: string): boolean => /\s|[^\x20-\x7e]/u.test(text);

function walk(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === 'string') return change(node);
  if (Array.isArray(node)) return node.map((inner) => walk(inner, change));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner, change)]));
}

/**
 * Changes every text of an answer of any shape: each prose string of a JSON document, or the whole answer if
 * it is prose.
 * @param where `everywhere` also changes ids and values from closed lists
 */
export function mapTexts(
  answer: string,
  change: (text: string, at: number, isAlone: boolean) => string,
  where: 'prose' | 'everywhere' = 'prose',
): string {
  let at = 0;
  const next = (text: string): string =>
    where === 'everywhere' || isProse(text) ? change(text, at++, false) : text;
  let document: unknown;
  try {
    document = JSON.parse(answer);
  } catch {
    return change(answer, 0, true); // Prose, as in the chat.
  }
  return JSON.stringify(walk(document, next));
}

/** What the adversary can read. */
export interface AdversaryContext {
  /** The string that contains the order, unchanged. */
  order: string;
  /** Our own instructions, which must not leak. */
  system: string;
  /** The prompt's data. */
  data: unknown;
  random: SeededRandom;
}

/** A kind of order, and how the adversary carries it out. */
export interface InjectedOrder {
  pattern: RegExp;
  /** Changes one text of the answer or, if `changesWholeAnswer`, the whole answer. */
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
