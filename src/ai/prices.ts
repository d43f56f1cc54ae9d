import { z } from 'zod';

/** US dollars per million tokens. The output of an image model is counted in image tokens. */
export interface Price {
  input: number;
  output: number;
}

/** When the newest of these prices was read. */
export const PRICES_AS_OF = '2026-11-30';

/**
 * List prices, without discounts for cached input or batches and without surcharges. Providers change prices
 * without notice, so a cost is an estimate. The setting PRICES adds and replaces prices. A model is only
 * listed if its price was found: unknown is not free.
 */
export const listPrices: Readonly<Record<string, Price>> = {
  // November 2026.
  'gpt-6-luna': { input: 0.1, output: 0.5 },
  // April 2025.
  'gpt-4.1': { input: 2, output: 8 },
  'gpt-4.1-mini': { input: 0.4, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, output: 0.4 },
  'gpt-4o': { input: 2.5, output: 10 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
  // Text in, picture out. From OpenAI's model pages (developers.openai.com/api/docs/models), November 2026 …
  'gpt-image-2.6-sunburst': { input: 5, output: 30 },
  'gpt-image-1-mini': { input: 2, output: 8 },
  'gpt-image-1': { input: 5, output: 40 },
  // … and as resellers and tutorials quote OpenAI: docs.apiyi.com, apifox.com, llmreference.com.
  'gpt-image-2.6-flare': { input: 5, output: 30 },
  'gpt-image-2.5-sunburst': { input: 5, output: 30 },
  'gpt-image-2.5-flare': { input: 5, output: 30 },
  'gpt-image-2': { input: 5, output: 30 },
  // The stand-in.
  'mirai-demo-1': { input: 0, output: 0 },
};

const dollars = z.number().nonnegative();
const ownPrices = z.record(z.string().min(1), z.strictObject({ input: dollars, output: dollars }));

/**
 * Parses the setting PRICES, such as `{"llama3.3":{"input":0,"output":0}}`.
 * @returns null if it is malformed
 */
export function parsePrices(json: string): Record<string, Price> | null {
  try {
    return ownPrices.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** A model's name as given, then without its vendor, without the date of its snapshot, and without both. */
function namesOf(model: string): string[] {
  const names = [model, model.slice(model.lastIndexOf('/') + 1)];
  return [...names, ...names.map((name) => name.replace(/-\d{4}-\d{2}-\d{2}$/, ''))];
}

/** @param own prices from the settings, which come before the list */
export function priceOf(model: string, own: Readonly<Record<string, Price>> = {}): Price | null {
  for (const prices of [own, listPrices])
    for (const name of namesOf(model)) if (Object.hasOwn(prices, name)) return prices[name] ?? null;
  return null;
}
