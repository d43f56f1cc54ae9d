import type { Paraphrases } from '../ai/prompts/paraphrases.js';
import { fillPhrase } from './fillPhrase.js';
import { localeOf } from './localeOf.js';
import type { Variants } from './phrases/phraseBook.js';
import { generalSentences, themes } from './phrases/themes.js';
import { seededRandom } from './seededRandom.js';
import { sharesRun } from './sharesRun.js';

/** What friends wrote, as the prompt tells it. */
export interface Pieces {
  language: string;
  subject: { name: string };
  pieces: { id: number; text: string }[];
}

/** What fewer wrote is no common ground, and would show who wrote it. */
const LEAST_PIECES = 3;
const MOST_THEMES = 2;
/** UTF-16 units. */
const MOST_TEXT = 200;

/**
 * Says without any model what pieces have in common: the themes that at least three name, and that there is something. Pieces of one
 * friend may carry a theme alone, which the caller finds out: the general sentence is then left. The same pieces give the same words.
 */
export function composeParaphrases(told: Pieces): Paraphrases {
  const { language, subject, pieces } = told;
  const locale = localeOf(language);
  const random = seededRandom(`paraphrases ${JSON.stringify(told)}`);
  const texts = pieces.map(({ text }) => text);
  const common = themes
    .map(({ keywords, sentences }) => ({
      ways: sentences[locale],
      ids: pieces.filter(({ text }) => keywords.test(text.normalize('NFKC'))).map(({ id }) => id),
    }))
    .sort((one, other) => other.ids.length - one.ids.length)
    .slice(0, MOST_THEMES);
  const everything = { ways: generalSentences[locale], ids: pieces.map(({ id }) => id) };
  const say = (ways: Variants): string | undefined => {
    const preferred = random.pick(ways);
    return [preferred, ...ways]
      .map((way) => fillPhrase(way, { name: subject.name }))
      .find((sentence) => sentence.length <= MOST_TEXT && !sharesRun(sentence, texts));
  };
  const paraphrases = [...common, everything]
    .filter(({ ids }) => ids.length >= LEAST_PIECES)
    .flatMap(({ ways, ids }) => {
      const text = say(ways);
      return text === undefined ? [] : [{ text, pieces: ids }];
    });
  return { paraphrases };
}
