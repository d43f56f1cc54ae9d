import type { Locale } from '../../locale.js';
import type { ScaleItemId } from './items.js';
import { questionnaireOf } from './questionnaire.js';

/** A question as people read it. */
interface RenderedQuestion {
  id: string;
  kind: 'SCALE' | 'WORDS' | 'TEXT';
  /** Names the owner, or is in the first person if people answer about themselves. */
  text: string;
  required: boolean;
  /** The points 1–5 of a SCALE, the words of WORDS, empty for TEXT. */
  options: { id: string; label: string }[];
}

/**
 * Renders all questions of a version in the order to ask them: MI01 … MI20, WORDS, OT1 … OT3.
 *
 * The options of a SCALE are the values that its `scale` field takes. "I can't tell" is not one of them,
 * because it has a field of its own (`cannotTell`) and means that a value is missing. No single question is
 * required: at least ten of the twenty scales must have a value, whichever they are, and a friend forced to
 * guess would only add noise.
 *
 * @param name of the owner, inserted literally
 * @throws RangeError for an unknown version
 */
export function renderQuestionnaire(version: string, locale: Locale, name: string): RenderedQuestion[] {
  const { texts, wording } = questionnaireOf(version);
  const text = wording[locale];
  // A replacement string would expand `$&` in a name. A function's result is inserted unchanged.
  const about = (template: string): string => template.replace('{name}', () => name);
  return [
    ...scalesAndWords(version, locale, (id) => about(text.items[id]), about(text.wordsQuestion)),
    ...texts.map((id) => ({
      id,
      kind: 'TEXT' as const,
      text: about(text.texts[id]),
      required: false,
      options: [],
    })),
  ];
}

/**
 * Renders the questions that people answer about themselves, in the first person: MI01 … MI20, WORDS. The
 * open questions are for friends.
 * @throws RangeError for an unknown version
 */
export function renderOwnQuestionnaire(version: string, locale: Locale): RenderedQuestion[] {
  const text = questionnaireOf(version).wording[locale];
  return scalesAndWords(version, locale, (id) => text.ownItems[id], text.ownWordsQuestion);
}

function scalesAndWords(
  version: string,
  locale: Locale,
  textOf: (id: ScaleItemId) => string,
  wordsQuestion: string,
): RenderedQuestion[] {
  const { items, words, wording } = questionnaireOf(version);
  const text = wording[locale];
  const points = text.points.map((label, index) => ({ id: String(index + 1), label }));
  return [
    ...items.map(({ id }) => ({
      id,
      kind: 'SCALE' as const,
      text: textOf(id),
      required: false,
      options: points.map((point) => ({ ...point })),
    })),
    {
      id: 'WORDS',
      kind: 'WORDS',
      text: wordsQuestion,
      required: false,
      options: words.map((id) => ({ id, label: text.words[id] })),
    },
  ];
}
