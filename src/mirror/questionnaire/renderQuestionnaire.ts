import type { Locale } from './locale.js';
import { questionnaireOf } from './questionnaire.js';

/** A question as a friend reads it. */
export interface RenderedQuestion {
  id: string;
  kind: 'SCALE' | 'WORDS' | 'TEXT';
  /** Names the owner. */
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
  const { items, words, texts, wording } = questionnaireOf(version);
  const text = wording[locale];
  // A replacement string would expand `$&` in somebody's name; a function's result stays as it is.
  const about = (template: string): string => template.replace('{name}', () => name);
  const points = text.points.map((label, index) => ({ id: String(index + 1), label }));
  return [
    ...items.map(({ id }) => ({
      id,
      kind: 'SCALE' as const,
      text: about(text.items[id]),
      required: false,
      options: points.map((point) => ({ ...point })),
    })),
    {
      id: 'WORDS',
      kind: 'WORDS',
      text: about(text.wordsQuestion),
      required: false,
      options: words.map((id) => ({ id, label: text.words[id] })),
    },
    ...texts.map((id) => ({
      id,
      kind: 'TEXT' as const,
      text: about(text.texts[id]),
      required: false,
      options: [],
    })),
  ];
}
