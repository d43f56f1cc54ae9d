import { UpstreamError } from '../ports.js';
import { type ChatSummary, trimSummary } from '../prompts/summary.js';
import { OutputGuard } from './outputGuard.js';

/** Returns a complete text in the form that people may see, or null if it reveals our instructions. */
function guardWhole(text: string): string | null {
  const guarded = new OutputGuard('');
  try {
    return guarded.push(text) + guarded.end();
  } catch (error) {
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}

/**
 * Cleans a summary that a model wrote before it is stored, because its owner reads it as they read a reply. A
 * fact that reveals our instructions is left out.
 * @throws UpstreamError, malformed, if the summary itself reveals them or nothing of it is left
 */
export function sanitizeSummary({ summary, facts }: ChatSummary): ChatSummary {
  const cleaned = trimSummary({
    summary: guardWhole(summary) ?? '',
    facts: facts.flatMap((fact) => guardWhole(fact) ?? []),
  });
  if (cleaned.summary === '') throw new UpstreamError("The model's summary was not usable.", 'malformed');
  return cleaned;
}
