import type { EvidencePack } from '../../mirror/evidencePack.js';
import { personaInstructions } from './personaInstructions.js';
import type { PersonaText } from './personaText.js';
import { negations, traitMarkers } from './traitMarkers.js';

const link = /https?:|www\.|\b[\w-]+\.(com|net|org|io|kr|jp|me|gg|ly|app|dev)\b/i;
const markup = /<[a-z/!]|\]\(|```|\*\*|__|^#{1,6} |&(#\d+|[a-z]+);/im;
/** Controls, and the invisible characters that turn or hide text. */
const unseen = /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const evidenceId = /\bEV-[A-Z]/;

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

function problemsOf(place: string, text: string): string[] {
  const problems: string[] = [];
  if (link.test(text)) problems.push(`${place} holds a link`);
  if (markup.test(text)) problems.push(`${place} holds markup`);
  if (unseen.test(text)) problems.push(`${place} holds characters that cannot be seen`);
  if (evidenceId.test(text)) problems.push(`${place} shows an evidence id`);
  if (repeatsInstructions(text)) problems.push(`${place} repeats the instructions`);
  return problems;
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[a-z']+/g) ?? [];
const told = ` ${wordsIn(personaInstructions).join(' ')} `;

/** Six words in a row of the instructions: a model that was talked into telling them. */
function repeatsInstructions(text: string): boolean {
  const words = wordsIn(text);
  return words.some(
    (_, at) => at + 6 <= words.length && told.includes(` ${words.slice(at, at + 6).join(' ')} `),
  );
}

/** A sentence that rests on one trait alone and names the other end of it. Split or typical traits allow both. */
function contradicts(sentence: PersonaText['summary'][number], pack: EvidencePack): boolean {
  const cited = pack.traits.filter(({ id }) => sentence.evidence.includes(id));
  const [only] = cited;
  if (only === undefined || cited.length > 1 || only.level === 'TYPICAL' || only.agreement === 'SPLIT')
    return false;
  const { locale } = pack.subject;
  if (negations[locale].test(sentence.text)) return false;
  const { high, low } = traitMarkers[locale][only.trait];
  const [own, opposite] = only.score > 50 ? [high, low] : [low, high];
  return opposite.test(sentence.text) && !own.test(sentence.text);
}

/**
 * What the schema cannot see. An answer with any problem is not stored.
 * @returns one sentence for each problem, naming the place and never quoting the text; empty when the text may be kept
 */
export function checkPersonaText(text: PersonaText, pack: EvidencePack): string[] {
  const known = new Set([...pack.traits, ...pack.words].map(({ id }) => id));
  const problems = textsOf(text).flatMap(([place, value]) => problemsOf(place, value));
  text.summary.forEach((sentence, at) => {
    if (sentence.evidence.some((id) => !known.has(id)))
      problems.push(`summary[${at}] cites evidence that does not exist`);
    if (sentence.evidence.length === 0) problems.push(`summary[${at}] cites no evidence`);
    if (contradicts(sentence, pack)) problems.push(`summary[${at}] turns its trait around`);
  });
  return problems;
}
