import { GuardedText } from './guardedText.js';
import { UpstreamError } from '../ports.js';
import { type ChatSummary, tidySummary } from '../prompts/summaryPrompt.js';

/** A whole text as people may see it, or null if it tells our instructions. */
function guardWhole(text: string): string | null {
  const guarded = new GuardedText('');
  try {
    return guarded.push(text) + guarded.end();
  } catch (error) {
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}

/**
 * What is kept of a summary that a model wrote: its owner reads it, as they read a reply. A fact that tells our instructions is left out.
 * @throws UpstreamError, retryable and unfit, if the summary itself does, or nothing of it is left
 */
export function guardSummary({ summary, facts }: ChatSummary): ChatSummary {
  const kept = tidySummary({
    summary: guardWhole(summary) ?? '',
    facts: facts.flatMap((fact) => guardWhole(fact) ?? []),
  });
  if (kept.summary === '')
    throw new UpstreamError('The summary of the model did not fit.', true, { unfit: true });
  return kept;
}
