import { createHash } from 'node:crypto';
import { checkParaphrase } from '../../ai/checks/checkParaphrase.js';
import type { JsonRequest, Usage } from '../../ai/ports.js';
import {
  fillName,
  paraphrasePrompt,
  paraphraseRepairPrompt,
  type Paraphrases,
} from '../../ai/prompts/paraphrase.js';
import { MIN_GROUP } from '../../measurement/anonymity.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import type { AnswerIndex } from '../../measurement/openText/answerIndex.js';
import { splitOpenText } from '../../measurement/openText/splitOpenText.js';

/** A part of a friend's text, with the number that identifies it in the prompt. */
interface Piece {
  id: number;
  text: string;
  friend: number;
}

/** Paraphrases by whether they may be shown, and what is wrong with those that may not. */
interface Sifted {
  accepted: string[];
  refused: Paraphrases['paraphrases'];
  problems: string[];
}

interface Models {
  /** Null if the answer is unusable. */
  ask: (
    prompt: Omit<JsonRequest<Paraphrases>, 'signal'>,
  ) => Promise<{ value: Paraphrases; usage: Usage } | null>;
  /** Whether a text is unfit to be shown to people. */
  isFlagged: (text: string) => Promise<boolean>;
}

/**
 * Has the model paraphrase what friends' texts have in common. The model sees the texts in pieces, in an
 * order that reveals nothing. A paraphrase is kept only if it is based on at least three friends and copies
 * none of them. What is refused may be written anew once.
 * @param texts one per friend
 * @param answers every open text of the survey
 * @returns the paraphrases that may be shown, the checks' problems with others, and the usage of each call
 *   whose answer had the right shape
 */
export async function paraphraseTexts(
  { ask, isFlagged }: Models,
  { name, locale }: EvidencePack['subject'],
  texts: readonly string[],
  answers: Pick<AnswerIndex, 'isCopiedInto'>,
): Promise<{ texts: string[]; problems: string[]; usages: Usage[] }> {
  const pieces = shuffledPieces(texts);
  const sift = async (paraphrases: Paraphrases['paraphrases']): Promise<Sifted> => {
    const sifted: Sifted = { accepted: [], refused: [], problems: [] };
    for (const paraphrase of paraphrases) {
      const found = checkParaphrase(paraphrase.text, { name, locale }, answers);
      if (friendsBehind(paraphrase.pieces, pieces) < MIN_GROUP)
        found.push('paraphrase names pieces of too few friends');
      const text = fillName(paraphrase.text, name);
      if (found.length === 0 && (await isFlagged(text)))
        found.push('paraphrase is not fit to be shown to people');
      if (found.length === 0) sifted.accepted.push(text);
      else sifted.refused.push(paraphrase);
      sifted.problems.push(...found);
    }
    return sifted;
  };
  const first = await ask(paraphrasePrompt(locale, pieces));
  const { accepted, refused, problems } = await sift(first?.value.paraphrases ?? []);
  const second =
    refused.length > 0 ? await ask(paraphraseRepairPrompt(locale, pieces, refused, problems)) : null;
  const repaired = await sift(second?.value.paraphrases.slice(0, refused.length) ?? []);
  return {
    texts: [...new Set([...accepted, ...repaired.accepted])],
    problems: [...problems, ...repaired.problems],
    usages: [first, second].flatMap((answer) => answer?.usage ?? []),
  };
}

/**
 * Sorted by the pieces' hashes: deterministic for the same texts and unrelated to the order of the answers.
 */
function shuffledPieces(texts: readonly string[]): Piece[] {
  return texts
    .flatMap((text, friend) => splitOpenText(text).map((piece) => ({ text: piece, friend })))
    .map((piece) => ({ ...piece, key: createHash('sha256').update(piece.text).digest('hex') }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ text, friend }, at) => ({ id: at + 1, text, friend }));
}

const friendsBehind = (claimed: readonly number[], pieces: readonly Piece[]): number =>
  new Set(pieces.filter(({ id }) => claimed.includes(id)).map(({ friend }) => friend)).size;
