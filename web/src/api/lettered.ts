import { type Exchange, mapExchange } from '@urql/core';
import { loadFontsFor } from '../i18n/fonts';

/**
 * Calls back with every string in a JSON value. A piece of a streamed reply holds only a few, so this is
 * cheap.
 */
function forEachText(value: unknown, read: (text: string) => void): void {
  if (typeof value === 'string') read(value);
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) forEachText(one, read);
}

/**
 * Loads the fonts of the scripts that occur in the server's answers: names and words may be in another script
 * than the page.
 * @param read called with each text of an answer
 */
export const fontExchange = (read: (text: string) => void = loadFontsFor): Exchange =>
  mapExchange({ onResult: ({ data }) => forEachText(data, read) });
