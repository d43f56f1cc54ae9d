import { evidenceIds, type EvidencePack } from '../../measurement/evidence.js';
import type { AnswerIndex } from '../../measurement/openText/answerIndex.js';
import { indexQuotes } from '../../measurement/openText/quoteIndex.js';
import { type PersonaText, personaTextSchema } from '../prompts/personaText.js';
import { contradictsTrait } from './contradictsTrait.js';
import { findLanguageProblems } from './findLanguageProblems.js';
import { findTextProblems } from './textProblems.js';

const claims = [
  /\bfriends?\b[^.!?]{0,24}\b(see|sees|saw|say|says|said|think|thinks|thought|describe|describes|call|calls|chose|choose|pick|picked|agree|agreed|know|knows|answered|wrote)\b/i,
  /\b(through|in) (the )?(eyes of )?(their |your |his |her )?friends['’]? eyes\b/i,
  /친구들?(은|이|의 눈|의 말|에게는|이 보기|이 본)/,
  /友(だち|達|人)(たち)?(は|が|から|の目|によ|に言わせ)/,
];

/**
 * Whether a text claims what friends see or say, in EN, KO or JA. If only the person answered, such a claim
 * is made up.
 */
export const claimsFriendsView = (text: string): boolean => claims.some((claim) => claim.test(text));

/** Every text of a persona with its place and the evidence it cites. */
function textsOf(text: PersonaText): [place: string, text: string, cited?: string[]][] {
  return [
    ['title', text.title],
    ...text.summary.map((sentence, at): [string, string, string[]] => [
      `summary[${at}]`,
      sentence.text,
      sentence.evidence,
    ]),
    ['voice.register', text.voice.register],
    ...text.voice.habits.map((habit, at): [string, string] => [`voice.habits[${at}]`, habit]),
    ['voice.sample', text.voice.sample],
    ['greeting', text.greeting],
    ...text.alternates.map((line, at): [string, string] => [`alternates[${at}]`, line]),
  ];
}

/**
 * The place that a problem of checkPersonaText names: 'title', 'summary[2]', 'voice.sample' …
 * @returns null if it concerns the text as a whole
 */
export const placeOf = (problem: string): string | null =>
  /^(title|greeting|voice\.(?:register|sample)|(?:summary|alternates|voice\.habits)\[\d+\]) /.exec(
    problem,
  )?.[1] ?? null;

/** Lengths beyond what is stored, which the schema for a model's answer lets pass. */
function findLengthProblems(text: PersonaText): string[] {
  const { error } = personaTextSchema.safeParse(text);
  return (error?.issues ?? []).flatMap((issue) => {
    if (issue.code !== 'too_big' || issue.origin !== 'string' || issue.path.includes('evidence')) return [];
    const place = issue.path.reduce<string>(
      (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}${path && '.'}${String(key)}`),
      '',
    );
    return [`${place.replace(/(summary\[\d+\])\.text/, '$1')} is longer than ${issue.maximum} characters`];
  });
}

/**
 * Checks what the schema cannot. An answer with any problem is not stored.
 * @param answers every open text of the survey, released or not: none may be quoted
 * @returns one sentence per problem, naming the place and never quoting the text; empty if the text may be
 *   kept
 */
export function checkPersonaText(text: PersonaText, pack: EvidencePack, answers: AnswerIndex): string[] {
  const known = evidenceIds(pack);
  // A quote can be hidden later, together with the sentences that cite it, so its words must not appear
  // anywhere else.
  const quotes = indexQuotes(pack.quotes);
  const texts = textsOf(text);
  const problems = texts.flatMap(([place, value, cited]) => {
    const found = findTextProblems(place, value, pack.subject.name);
    if (answers.overlaps(value)) found.push(`${place} repeats what a friend wrote`);
    if (quotes.repeatedIn(value, cited)) found.push(`${place} repeats a quote without citing it`);
    if (pack.basis === 'SELF' && claimsFriendsView(value))
      found.push(`${place} speaks for friends, who have not answered`);
    return found;
  });
  text.summary.forEach((sentence, at) => {
    if (sentence.evidence.some((id) => !known.has(id)))
      problems.push(`summary[${at}] cites evidence that does not exist`);
    if (sentence.evidence.length === 0) problems.push(`summary[${at}] cites no evidence`);
    if (contradictsTrait(sentence, pack)) problems.push(`summary[${at}] turns its trait around`);
  });
  const byPlace = texts.map(([place, value]) => [place, value] as const);
  return [...problems, ...findLengthProblems(text), ...findLanguageProblems(byPlace, pack.subject)];
}
