import type { EvidencePack } from '../../mirror/evidencePack.js';
import type { AnswerIndex } from '../../mirror/openText/indexAnswers.js';
import { contradictsTrait } from './contradictsTrait.js';
import { evidenceIds } from './evidenceIds.js';
import type { PersonaText } from '../prompts/personaText.js';
import { speaksForFriends } from './speaksForFriends.js';
import { textProblems } from './textProblems.js';

/** Every text of a persona with its place. */
function textsOf(text: PersonaText): [place: string, text: string][] {
  return [
    ['title', text.title],
    ...text.summary.map(({ text: sentence }, at): [string, string] => [`summary[${at}]`, sentence]),
    ['voice.register', text.voice.register],
    ...text.voice.habits.map((habit, at): [string, string] => [`voice.habits[${at}]`, habit]),
    ['voice.sample', text.voice.sample],
    ['greeting', text.greeting],
    ...text.alternates.map((line, at): [string, string] => [`alternates[${at}]`, line]),
  ];
}

/**
 * What the schema cannot see. An answer with any problem is not stored.
 * @param answers every open text of the survey, released or not: none may be quoted
 * @returns one sentence for each problem, naming the place and never quoting the text; empty when the text may be kept
 */
export function checkPersonaText(text: PersonaText, pack: EvidencePack, answers: AnswerIndex): string[] {
  const known = evidenceIds(pack);
  const problems = textsOf(text).flatMap(([place, value]) => {
    const found = textProblems(place, value, pack.subject.name);
    if (answers.overlaps(value)) found.push(`${place} repeats what a friend wrote`);
    if (pack.basis === 'SELF' && speaksForFriends(value))
      found.push(`${place} speaks for friends, who have not answered`);
    return found;
  });
  text.summary.forEach((sentence, at) => {
    if (sentence.evidence.some((id) => !known.has(id)))
      problems.push(`summary[${at}] cites evidence that does not exist`);
    if (sentence.evidence.length === 0) problems.push(`summary[${at}] cites no evidence`);
    if (contradictsTrait(sentence, pack)) problems.push(`summary[${at}] turns its trait around`);
  });
  return problems;
}
