import { createHash } from 'node:crypto';
import { checkParaphrase } from '../../ai/checks/checkParaphrase.js';
import { paraphrasePrompt } from '../../ai/prompts/paraphrasePrompt.js';
import { UpstreamError, type Usage } from '../../ai/ports.js';
import type { Services } from '../../context.js';
import type { Persona } from '../../entities/Persona.js';
import type { VersionQuote } from '../../entities/versionQuote.js';
import { splitOpenText } from '../../mirror/openText/splitOpenText.js';
import type { Attempt } from '../../queue/runJob.js';
import { callModel } from '../modelCall.js';
import { readOpenTexts } from './readOpenTexts.js';
import { MIN_TEXTS, type TextGroup } from './readTextGroup.js';

/** A part of a friend's text, with the number that identifies it in the prompt. */
interface Piece {
  id: number;
  text: string;
  friend: number;
}

/**
 * Has the model paraphrase what friends' texts have in common. The model sees the texts in pieces, in an
 * order that reveals nothing. A paraphrase is kept only if it is based on at least three friends and quotes
 * none of them.
 * @returns at least one entry, so that the group is not blended again; usage is null if the answer had the
 *   wrong shape
 */
export async function blendGroup(
  services: Services,
  persona: Persona,
  group: TextGroup,
  { signal }: Attempt,
): Promise<{ blended: VersionQuote[]; usage: Usage | null }> {
  const { from, to } = group;
  const none = [{ text: null, from, to }];
  const pieces = shuffledPieces(group.texts);
  const prompt = paraphrasePrompt({ name: persona.name, locale: persona.locale }, pieces);
  const answer = await callModel(() =>
    services.ai.languageModel.writeJson({ ...prompt, signal }).catch(nothingUsable),
  );
  if (answer === null) return { blended: none, usage: null };
  const answers = await readOpenTexts(services.orm.em.fork(), persona);
  const blended: VersionQuote[] = [];
  for (const { text, pieces: claimed } of answer.value.paraphrases) {
    if (blended.some((one) => one.text === text)) continue;
    const problems = checkParaphrase(text, answers);
    const isAccepted =
      friendsBehind(claimed, pieces) >= MIN_TEXTS &&
      problems.length === 0 &&
      !(await callModel(() => services.ai.moderator.review(text, signal))).flagged;
    if (isAccepted) blended.push({ text, from, to });
    else services.log.warn({ persona: persona.id, problems }, 'paraphrase rejected by checks');
  }
  return { blended: blended.length > 0 ? blended : none, usage: answer.usage };
}

/** Quotes are optional, so an answer of the wrong shape does not fail the persona. */
function nothingUsable(error: unknown): null {
  if (error instanceof UpstreamError && error.malformed) return null;
  throw error;
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
