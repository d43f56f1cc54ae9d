import { localeOf } from './localeOf.js';
import { fillPhrase } from './fillPhrase.js';
import { replyBooks } from './replyBooks.js';

/** A talk as the prompt tells it. */
export interface Talk {
  language: string;
  earlier: string | null;
  turns: { role: 'USER' | 'PERSONA'; text: string }[];
}

const mostSummary = 1000;
const mostFact = 140;
const mostClause = 90;

const sentencesOf = (text: string): string[] =>
  (text.match(/[^.!?。！？\n]+[.!?。！？]*/gu) ?? []).map((sentence) => sentence.trim()).filter(Boolean);

/** Whole characters only. */
const shortened = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;

const firstClause = (text: string): string =>
  shortened((/^[^,;:.!?。！？、，\n]+/u.exec(text.trim())?.[0] ?? '').trim(), mostClause);

/** The newest sentences that fit: what was said long ago fades first. */
function newestOf(text: string, length: number): string {
  const kept: string[] = [];
  let left = length;
  for (const sentence of sentencesOf(text).reverse()) {
    left -= sentence.length + 1;
    if (left < 0) break;
    kept.unshift(sentence);
  }
  return kept.join(' ');
}

/**
 * Remembers a talk without any model: how the newest questions began, after as much of the earlier summary as fits, and sentences in
 * which the person told of themselves. The same talk gives the same memory.
 */
export function composeSummary({ language, earlier, turns }: Talk): { summary: string; facts: string[] } {
  const book = replyBooks[localeOf(language)];
  const said = turns.filter(({ role }) => role === 'USER').map(({ text }) => text);
  const clauses = [...new Set(said.map(firstClause).filter(Boolean))].slice(-6);
  const topics = clauses.join(book.glue === '' ? '、' : '; ');
  const about = clauses.length === 0 ? '' : fillPhrase(book.talkedAbout, { topics });
  const before = newestOf(earlier ?? '', mostSummary - about.length - 1);
  const told = said
    .flatMap(sentencesOf)
    .filter((sentence) => book.ofOneself.test(sentence) && !/[?？]$|(か|까요)[.。]$/u.test(sentence));
  return {
    summary: [before, about].filter(Boolean).join(' ') || '…',
    facts: [...new Set(told.map((sentence) => shortened(sentence, mostFact)))].slice(0, 5),
  };
}
