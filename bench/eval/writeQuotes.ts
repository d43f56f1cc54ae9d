import { checkParaphrase } from '../../src/ai/checks/checkParaphrase.js';
import type { LanguageModel } from '../../src/ai/ports.js';
import { fillName, paraphrasePrompt } from '../../src/ai/prompts/paraphrase.js';
import type { Rating } from '../../src/measurement/answers.js';
import type { EvidencePack, Quote } from '../../src/measurement/evidence.js';
import { splitOpenText } from '../../src/measurement/openText/splitOpenText.js';
import type { AnswerIndex } from '../../src/measurement/openText/answerIndex.js';
import type { RandomSource } from './people/randomSource.js';

/** A quote blends texts from at least this many friends. Fewer texts produce no quotes. */
const LEAST_WRITERS = 3;

const shuffled = <T>(values: readonly T[], random: RandomSource): T[] =>
  values
    .map((value) => ({ value, luck: random.next() }))
    .toSorted((one, other) => one.luck - other.luck)
    .map(({ value }) => value);

/**
 * Blends what the friends wrote into quotes, with the product's prompt and checks but without its moderation.
 * @param answers every open text of the survey, including the held-out friend's
 */
export async function writeQuotes(
  model: LanguageModel,
  subject: EvidencePack['subject'],
  friends: readonly Rating[],
  options: { answers: AnswerIndex; random: RandomSource; signal: AbortSignal },
): Promise<Quote[]> {
  const { answers, random, signal } = options;
  const texts = friends.flatMap(({ answers: given }, writer) =>
    given.flatMap(({ text }) => (text === undefined ? [] : [{ writer, pieces: splitOpenText(text) }])),
  );
  if (new Set(texts.map(({ writer }) => writer)).size < LEAST_WRITERS) return [];
  const pieces = shuffled(
    texts.flatMap(({ writer, pieces: own }) => own.map((text) => ({ writer, text }))),
    random,
  );
  const asked = pieces.map(({ text }, id) => ({ id, text }));
  const { value } = await model.writeJson({ ...paraphrasePrompt(subject.locale, asked), signal });
  return value.paraphrases
    .filter(({ text, pieces: blended }) => {
      const writers = new Set(
        blended.map((id) => pieces[id]?.writer).filter((writer) => writer !== undefined),
      );
      return writers.size >= LEAST_WRITERS && checkParaphrase(text, subject, answers).length === 0;
    })
    .map(({ text }, at) => ({ id: `EV-Q${at + 1}`, text: fillName(text, subject.name) }));
}
