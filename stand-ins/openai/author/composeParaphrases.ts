import type { Paraphrases } from '../../../src/ai/prompts/paraphrase.js';
import type { Variants } from '../phrases/phraseBook.js';
import { generalSentences, themes } from '../phrases/themes.js';
import { localeOf } from './evidenceIn.js';
import { fillPhrase } from './fillPhrase.js';
import { seededRandom } from './seededRandom.js';
import { sharesRun } from './sharesRun.js';

/** What friends wrote, as the prompt contains it. */
export interface ParaphraseInput {
  language: string;
  pieces: { id: number; text: string }[];
}

/** Something fewer friends wrote is not common ground, and would reveal who wrote it. */
const LEAST_PIECES = 3;
/** The program puts the name here. */
const NAME = '{name}';
const MOST_THEMES = 2;
/** UTF-16 units. */
const MOST_TEXT = 200;

/**
 * Writes, without a model, what the pieces have in common: the themes that at least three pieces name, and a
 * general sentence. A theme may rest on pieces of one friend only. The caller detects that, and the general
 * sentence remains. The same pieces give the same text.
 */
export function composeParaphrases(input: ParaphraseInput): Paraphrases {
  const { language, pieces } = input;
  const locale = localeOf(language);
  const random = seededRandom(`paraphrases ${JSON.stringify(input)}`);
  const texts = pieces.map(({ text }) => text);
  const common = themes
    .map(({ keywords, sentences }) => ({
      phrasings: sentences[locale],
      ids: pieces.filter(({ text }) => keywords.test(text.normalize('NFKC'))).map(({ id }) => id),
    }))
    .sort((one, other) => other.ids.length - one.ids.length)
    .slice(0, MOST_THEMES);
  const everything = { phrasings: generalSentences[locale], ids: pieces.map(({ id }) => id) };
  const say = (phrasings: Variants): string | undefined => {
    const preferred = random.pick(phrasings);
    return [preferred, ...phrasings]
      .map((phrasing) => fillPhrase(phrasing, { name: NAME }))
      .find((sentence) => sentence.length <= MOST_TEXT && !sharesRun(sentence, texts));
  };
  const paraphrases = [...common, everything]
    .filter(({ ids }) => ids.length >= LEAST_PIECES)
    .flatMap(({ phrasings, ids }) => {
      const text = say(phrasings);
      return text === undefined ? [] : [{ text, pieces: ids }];
    });
  return { paraphrases };
}
