import type { Locale } from './locale.js';
import { questionnaireOf } from './questionnaire.js';
import type { ScaleItemId } from './scaleItems.js';

/** A question as a person reads it. */
export interface RenderedQuestion {
  id: string;
  kind: 'SCALE' | 'WORDS' | 'TEXT';
  /** Names the owner; in the first person where people answer about themselves. */
  text: string;
  required: boolean;
  /** The points 1–5 of a SCALE, the words of WORDS; none for TEXT. */
  options: { id: string; label: string }[];
}

/**
 * All questions of a version in the order to ask them: MI01 … MI20, WORDS, OT1 … OT3.
 *
 * The options of a SCALE are the values that its `scale` field takes; "I can't tell" is none of them, because it has a
 * field of its own (`cannotTell`) and means that a value is missing. No single question is required: at least ten of
 * the twenty scales must hold a value, whichever they are, and a friend forced to guess would only add noise.
 *
 * @param name the owner's, put in literally
 * @throws RangeError for an unknown version
 */
export function renderQuestionnaire(version: string, locale: Locale, name: string): RenderedQuestion[] {
  const { texts, wording } = questionnaireOf(version);
  const text = wording[locale];
  // A replacement string would expand `$&` in somebody's name; a function's result stays as it is.
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
 * The questions that people answer about themselves, in the first person: MI01 … MI20, WORDS. The open ones are for friends.
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
