import type { Usage } from './ports.js';
import { type Price, priceOf } from './prices.js';

const MILLION = 1_000_000;

/**
 * Computes the cost of a call in US dollars.
 * @param own prices from the settings, which come before the list
 * @returns null if the model has no known price or the provider did not report token counts: unknown is not
 *   free
 */
export function costOf(
  { model, inputTokens, outputTokens }: Usage,
  own?: Readonly<Record<string, Price>>,
): number | null {
  const price = priceOf(model, own);
  if (price === null) return null;
  if (price.input === 0 && price.output === 0) return 0;
  if (inputTokens === null || outputTokens === null) return null;
  return (inputTokens * price.input + outputTokens * price.output) / MILLION;
}
