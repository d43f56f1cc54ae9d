import { type Exchange, mapExchange } from '@urql/core';
import { fetchFontsFor } from '../i18n/fonts';

/** Sees to it that whatever the server tells can be read: names and words are in other scripts than the page's. */
export const lettered = (): Exchange =>
  mapExchange({ onResult: ({ data }) => fetchFontsFor(JSON.stringify(data ?? null)) });
