import type { Usage } from './ports.js';

/**
 * OpenAI's list prices of April 2025 in US dollars per million tokens, without discounts for cached input or
 * batches. Providers change prices without notice, so a stored cost is an estimate based on this table.
 */
const prices: Record<string, { input: number; output: number }> = {
  'gpt-4.1': { input: 2, output: 8 },
  'gpt-4.1-mini': { input: 0.4, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, output: 0.4 },
  'gpt-4o': { input: 2.5, output: 10 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
  // The stand-in is free.
  'mirai-demo-1': { input: 0, output: 0 },
};

const MILLION = 1_000_000;

/** Removes the date of a snapshot from a model's name. */
const undated = (model: string): string => model.replace(/-\d{4}-\d{2}-\d{2}$/, '');

/**
 * Computes the cost of a call in US dollars.
 * @returns null if the model has no known price or the provider did not report token counts: unknown is not
 *   free
 */
export function costOf({ model, inputTokens, outputTokens }: Usage): number | null {
  const name = undated(model);
  const price = Object.hasOwn(prices, name) ? prices[name] : undefined;
  if (price === undefined) return null;
  if (price.input === 0 && price.output === 0) return 0;
  if (inputTokens === null || outputTokens === null) return null;
  return (inputTokens * price.input + outputTokens * price.output) / MILLION;
}
