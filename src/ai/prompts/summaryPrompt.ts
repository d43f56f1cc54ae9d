import { z } from 'zod';
import type { Locale } from '../../mirror/evidencePack.js';
import { chatLanguages } from './chatLanguages.js';
import { cutEnd } from './cutToFit.js';
import { estimateTokens } from './estimateTokens.js';
import { fencedJson } from './fencedJson.js';
import { MESSAGE_TOKENS } from './promptTokens.js';
import type { Turn } from './recentTurns.js';
import { summaryInstructions } from './summaryInstructions.js';

/** Below it there would be no room for a turn beside the instructions and an earlier summary. */
export const LEAST_SUMMARY_BUDGET = 1000;

/**
 * The part of the room that one turn may take: what somebody pasted must not crowd out what was said. Taken smaller until every turn is
 * in, for the beginning of each tells more than half of them whole.
 */
const turnShares = [1 / 4, 1 / 8, 1 / 16, 1 / 32, 1 / 64, 1 / 128];

export const chatSummary = z.object({
  summary: z.string().trim().min(1),
  facts: z.array(z.string().trim()),
});

export type ChatSummary = z.infer<typeof chatSummary>;

const line = (text: string, most: number): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .slice(0, most)
    .toWellFormed()
    .trim();

/**
 * What is kept of a summary: at most 1,200 characters and five facts of 140. Cut and cleaned, not refused: another one
 * would be paid for and no shorter.
 */
export const tidySummary = ({ summary, facts }: ChatSummary): ChatSummary => ({
  summary: line(summary, 1200),
  facts: facts
    .map((fact) => line(fact, 140))
    .filter((fact) => fact !== '')
    .slice(0, 5),
});

interface Document {
  language: string;
  name: string;
  earlier: string | null;
  turns: Turn[];
}

const told = (document: Document): string => `The conversation, as data:\n${fencedJson(document, 0)}`;

/** As many of the turns as fit, from the oldest on. */
function withTurns(document: Document, turns: Turn[], room: number, share: number): Document {
  const size = (text: string): number => estimateTokens(JSON.stringify(text));
  let result = document;
  for (const { role, text } of turns) {
    const turn = { role, text: cutEnd(text, (part) => size(part) <= room * share) };
    const longer = { ...result, turns: [...result.turns, turn] };
    if (estimateTokens(told(longer)) > room) break;
    result = longer;
  }
  return result;
}

/**
 * What the model is told to sum up a talk: the earlier summary and the turns after it, oldest first, long ones cut so that all fit.
 * @param material.name what friends call the owner
 * @param material.budget tokens by estimateTokens that both messages may have together
 * @returns `covered`: how many of `turns`, from the oldest, the prompt holds; all of them but in a talk of hundreds since the last summary
 * @throws RangeError without a turn, or for a budget below LEAST_SUMMARY_BUDGET
 */
export function summaryPrompt(material: {
  locale: Locale;
  name: string;
  earlier: string | null;
  turns: Turn[];
  budget: number;
}) {
  const { turns, budget, name } = material;
  if (turns.length === 0) throw new RangeError('A summary needs something that was said.');
  if (budget < LEAST_SUMMARY_BUDGET)
    throw new RangeError(`A summary needs a budget of at least ${LEAST_SUMMARY_BUDGET} tokens.`);
  const room = budget - estimateTokens(summaryInstructions) - 2 * MESSAGE_TOKENS;
  const bare: Document = { language: chatLanguages[material.locale], name, earlier: null, turns: [] };
  const half = (earlier: string): boolean => estimateTokens(told({ ...bare, earlier })) <= room / 2;
  const start = material.earlier === null ? bare : { ...bare, earlier: cutEnd(material.earlier, half) };
  let document = start;
  for (const share of turnShares) {
    const longer = withTurns(start, turns, room, share);
    if (longer.turns.length > document.turns.length) document = longer;
    if (longer.turns.length === turns.length) break;
  }
  return {
    system: summaryInstructions,
    user: told(document),
    name: 'summary',
    schema: chatSummary,
    covered: document.turns.length,
  };
}
