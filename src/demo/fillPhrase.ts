import { koreanParticle } from './koreanParticle.js';

/** Replaces placeholders: `{name}`, or `{words:이/가}` for a value followed by the matching Korean particle. */
export function fillPhrase(phrase: string, values: Record<string, string>): string {
  return phrase.replace(/\{(\w+)(?::([^}]+))?\}/g, (_, key: string, pair: string | undefined) => {
    const value = values[key];
    if (value === undefined) throw new Error(`The phrase needs a value for ${key}.`);
    return pair === undefined ? value : `${value}${koreanParticle(value, pair)}`;
  });
}
