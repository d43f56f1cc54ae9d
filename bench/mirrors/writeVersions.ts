import { LocalModerator } from '../../src/ai/localModerator.js';
import { type LanguageModel, UpstreamError } from '../../src/ai/ports.js';
import { MIN_GROUP } from '../../src/measurement/anonymity.js';
import { evidencePack } from '../../src/measurement/evidencePack.js';
import { norms } from '../../src/measurement/norms.js';
import { indexAnswers } from '../../src/measurement/openText/answerIndex.js';
import { withoutRepetitions } from '../../src/measurement/openText/quoteIndex.js';
import { isReleaseDue } from '../../src/measurement/release/schedule.js';
import { measureReleased, sumReleases } from '../../src/measurement/release/measureReleased.js';
import { paraphraseTexts } from '../../src/workers/persona/paraphraseTexts.js';
import type { Cohort } from '../eval/cohort.js';
import type { Persona } from '../eval/persona.js';
import { writePersona } from '../eval/writePersona.js';

/** One version of a mirror, as far as the report counts it. */
export interface WrittenVersion {
  number: number;
  friends: number;
  writing: 'FIRST' | 'REPAIRED' | 'MENDED' | 'TEMPLATE';
  /** Sentences of the summary, each of which cites evidence. */
  sentences: number;
  problems: string[];
}

const moderator = new LocalModerator();

const openText = (friend: Cohort['friends'][number]): string[] =>
  friend.answers.flatMap(({ text }) => text ?? []);

/**
 * Writes every version that the friends' answers release, one after the other, with the product's own
 * measurement, paraphrases, prompts and checks, but without a database.
 */
export async function writeVersions(
  { name, locale, friends }: Cohort,
  model: Pick<LanguageModel, 'writeJson'>,
  signal: AbortSignal,
): Promise<WrittenVersion[]> {
  const subject = { name, locale };
  const models: Parameters<typeof paraphraseTexts>[0] = {
    ask: (prompt) => model.writeJson({ ...prompt, signal }).catch(nullIfMalformed),
    isFlagged: async (text) => (await moderator.review(text, signal)).flagged,
  };
  const written: WrittenVersion[] = [];
  const quotes: string[] = [];
  let waiting: string[] = [];
  let released: (Cohort['friends'][number] & { release: number })[] = [];
  for (const at of friends.keys()) {
    const number = written.length + 1;
    if (
      !isReleaseDue({ releases: written.length, responseCount: at + 1, unreleased: at + 1 - released.length })
    )
      continue;
    const fresh = friends.slice(released.length, at + 1);
    released = [...released, ...fresh.map((friend) => ({ ...friend, release: number }))];
    // The index holds the texts of all answers so far, as in the product.
    const answers = indexAnswers(released.flatMap(openText), name);
    waiting.push(...fresh.flatMap(openText));
    if (waiting.length >= MIN_GROUP) {
      quotes.push(...(await paraphraseTexts(models, subject, waiting, answers)).texts);
      waiting = [];
    }
    const { measurement } = measureReleased(sumReleases(released), norms);
    const cited = withoutRepetitions(quotes).map((text, index) => ({ id: `EV-Q${index + 1}`, text }));
    const pack = evidencePack(measurement, subject, cited);
    const persona = await writePersona(model, pack, answers, signal);
    written.push({
      number,
      friends: released.length,
      writing: writingOf(persona),
      sentences: persona.text?.summary.length ?? 0,
      problems: persona.problems,
    });
  }
  return written;
}

function writingOf({ text, draftProblems, problems }: Persona): WrittenVersion['writing'] {
  if (text === null) return 'TEMPLATE';
  if (draftProblems.length === 0) return 'FIRST';
  return problems.length === 0 ? 'REPAIRED' : 'MENDED';
}

function nullIfMalformed(error: unknown): null {
  if (error instanceof UpstreamError && error.kind === 'malformed') return null;
  throw error;
}
