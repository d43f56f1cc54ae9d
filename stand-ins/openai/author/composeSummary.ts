import { unkindWords } from '../server/unkindWords.js';
import { localeOf } from './evidenceIn.js';
import { fillPhrase } from './fillPhrase.js';
import { directBooks, replyBooks } from './phraseBooks.js';
import { sentencesOf, shortened } from './sentences.js';

/** A conversation, as the prompt contains it. */
export interface SummaryInput {
  language: string;
  earlier: string | null;
  turns: { role: 'USER' | 'PERSONA'; text: string }[];
}

const mostSummary = 1000;
const mostFact = 140;
const mostClause = 90;
const mostClauses = 8;

const firstClause = (text: string): string =>
  shortened((/^[^,;:.!?。！？、，\n]+/u.exec(text.trim())?.[0] ?? '').trim(), mostClause);

/** The newest sentences that fit. The oldest are dropped first. */
function newestOf(text: string, length: number, glue: string): string {
  const newest: string[] = [];
  let left = length;
  for (const sentence of sentencesOf(text).reverse()) {
    left -= sentence.length + 1;
    if (left < 0) break;
    newest.unshift(sentence);
  }
  return newest.join(glue);
}

/**
 * Removes the list of topics from an earlier summary, so that the new summary can merge it with the new
 * topics.
 */
function clausesIn(
  earlier: string,
  talkedAbout: string,
  separator: string,
): { rest: string; clauses: string[] } {
  const [before = '', after = ''] = talkedAbout.split('{topics}');
  const clauses: string[] = [];
  let rest = earlier;
  for (let at = rest.indexOf(before); at !== -1; at = rest.indexOf(before)) {
    const end = rest.indexOf(after, at + before.length);
    const to = end === -1 ? rest.length : end;
    clauses.push(...rest.slice(at + before.length, to).split(separator));
    rest = `${rest.slice(0, at)}${rest.slice(to + after.length)}`;
  }
  return { rest: rest.trim(), clauses: clauses.map((clause) => clause.trim()).filter(Boolean) };
}

/** True for a text with nothing to remember: without letters or digits, or plain abuse. */
const isIdle = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) || Object.values(unkindWords(text)).includes(true);

/**
 * Summarises a conversation without a model: the beginnings of the newest questions, after as much of the
 * earlier summary as fits, and as facts the sentences in which the person states something lasting about
 * themselves. The same conversation gives the same result.
 */
export function composeSummary({ language, earlier, turns }: SummaryInput): {
  summary: string;
  facts: string[];
} {
  const { talkedAbout, glue, ofOneself } = replyBooks.FRIENDS[localeOf(language)];
  const { isQuestion, passing, noFact, wishes } = directBooks.FRIENDS[localeOf(language)];
  const separator = glue === '' ? '、' : '; ';
  const said = turns
    .filter(({ role, text }) => role === 'USER' && !isIdle(text) && !wishes.instructions.test(text))
    .map(({ text }) => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ''));
  const known = clausesIn(earlier ?? '', talkedAbout, separator);
  const clauses = [...new Set([...known.clauses, ...said.map(firstClause).filter(Boolean)])].slice(
    -mostClauses,
  );
  const about = clauses.length === 0 ? '' : fillPhrase(talkedAbout, { topics: clauses.join(separator) });
  const before = newestOf(known.rest, mostSummary - about.length - 1, glue);
  const facts = said
    .flatMap(sentencesOf)
    .filter((sentence) => ofOneself.test(sentence) && !isQuestion.test(sentence) && !isIdle(sentence))
    .filter((sentence) => !passing.test(sentence) && !noFact.test(sentence));
  return {
    summary: [before, about].filter(Boolean).join(glue) || '…',
    facts: [...new Set(facts.map((sentence) => shortened(sentence, mostFact)))].slice(0, 5),
  };
}
