import { type LanguageModel, UpstreamError } from '../../src/ai/ports.js';
import type { Turn } from '../../src/ai/prompts/tokenBudget.js';
import { evidencePack } from '../../src/measurement/evidencePack.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { type AnswerIndex, indexAnswers } from '../../src/measurement/openText/answerIndex.js';
import type { Cohort } from './cohort.js';
import { directions } from './figures/directions.js';
import { type ItemAnswers, normAnswers, shrunkAnswers } from './figures/itemAnswers.js';
import { meanError } from './figures/meanError.js';
import { traitShifts } from './figures/traitShifts.js';
import { heldOutFriends } from './heldOutFriends.js';
import { holdConversation } from './holdConversation.js';
import { interviewPersona } from './interview/interviewPersona.js';
import { modelTexts } from './modelTexts.js';
import type { RandomSource } from './people/randomSource.js';
import type { Persona } from './persona.js';
import type { PersonFindings } from './personFindings.js';
import { writePersona } from './writePersona.js';
import { writeQuotes } from './writeQuotes.js';

interface Tools {
  model: LanguageModel;
  random: RandomSource;
  heldOut: number;
  /** Turns of conversation before the last interview; 0 for none. */
  turns: number;
  /** Maximum tokens of a chat prompt. */
  budget: number;
  signal: AbortSignal;
}

const nothingFound = (): PersonFindings => ({
  heldOut: [],
  wordingShifts: null,
  conversationShifts: null,
  personas: 0,
  quotes: 0,
  refusedDrafts: 0,
  problems: [],
  overlaps: 0,
  lost: 0,
});

/**
 * Returns null if the model gave no usable answer despite retries. The persona or interview counts as lost,
 * and the run continues.
 */
async function orLost<T>(findings: PersonFindings, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.kind !== 'malformed') throw error;
    findings.lost += 1;
    return null;
  }
}

function note(findings: PersonFindings, persona: Persona, answers: AnswerIndex): void {
  findings.personas += 1;
  findings.quotes += persona.pack.quotes.length;
  if (persona.draftProblems.length > 0) findings.refusedDrafts += 1;
  findings.problems.push(...persona.problems);
  findings.overlaps += countOverlaps(persona, [], answers);
}

const countOverlaps = ({ text, pack }: Persona, said: readonly Turn[], answers: AnswerIndex): number =>
  modelTexts(text, pack.quotes, said).filter((spoken) => answers.overlaps(spoken)).length;

/**
 * Holds out one friend after another, writes a persona from the rest as the product does, and asks it the
 * questions that the held-out friend answered. One of the personas is also asked with the second wording and
 * after a conversation.
 * @throws UpstreamError if the model could not be called
 */
export async function evaluatePerson(cohort: Cohort, tools: Tools): Promise<PersonFindings> {
  const { model, random, signal } = tools;
  const subject = { name: cohort.name, locale: cohort.locale };
  const texts = cohort.friends.flatMap((friend) => friend.answers.flatMap(({ text }) => text ?? []));
  const answers = indexAnswers(texts, cohort.name);
  const findings = nothingFound();
  // No responses: all traits in the middle and no words. What remains is what the prompt itself suggests
  // about anyone.
  const nothing = evidencePack(measure([], norms), subject);
  const blank = await orLost(findings, async () =>
    interviewPersona(model, await writePersona(model, nothing, answers, signal), signal),
  );
  for (const friend of heldOutFriends(cohort.friends, tools.heldOut, random)) {
    const measurement = measure(friend.others, norms);
    const persona = await orLost(findings, async () => {
      const quotes = await writeQuotes(model, subject, friend.others, { answers, random, signal });
      return writePersona(model, evidencePack(measurement, subject, quotes), answers, signal);
    });
    if (persona === null) continue;
    note(findings, persona, answers);
    const interview = await orLost(findings, () => interviewPersona(model, persona, signal));
    if (interview === null || blank === null) continue;
    findings.heldOut.push({
      interview,
      answers: friend.answers,
      normError: meanError(friend.answers, normAnswers),
      shrunkError: meanError(friend.answers, shrunkAnswers(measurement)),
      personaError: meanError(friend.answers, interview),
      blankError: meanError(friend.answers, blank),
      direction: directions(measurement, interview),
    });
    if (findings.wordingShifts === null) await askAgain(findings, { persona, interview, answers }, tools);
  }
  return findings;
}

/**
 * Interviews the same persona with the second wording and after a conversation. The answers should not
 * change.
 */
async function askAgain(
  findings: PersonFindings,
  { persona, interview, answers }: { persona: Persona; interview: ItemAnswers; answers: AnswerIndex },
  { model, signal, turns, budget }: Tools,
): Promise<void> {
  const again = (options: Parameters<typeof interviewPersona>[3]) =>
    orLost(findings, () => interviewPersona(model, persona, signal, options));
  const reworded = await again({ wording: 'SECOND' });
  if (reworded !== null) findings.wordingShifts = traitShifts(interview, reworded);
  const { pack, text } = persona;
  if (turns === 0 || text === null || findings.conversationShifts !== null) return;
  const said = await holdConversation(model, { pack, text }, { turns, budget, signal });
  const written = countOverlaps(persona, [], answers);
  findings.overlaps += countOverlaps(persona, said, answers) - written;
  const after = await again({ conversation: said });
  if (after !== null) findings.conversationShifts = traitShifts(interview, after);
}
