import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Locale, locales } from '../../web/src/i18n/locales.js';

/** The app's messages in one language, by area. */
type Messages = Record<string, unknown>;

const folder = resolve(import.meta.dirname, '../../web/src/i18n/messages');

/** The file of each area, below its language: those of the first pages are in a folder of their own. */
const fileOf = new Map(
  locales
    .flatMap((locale) => readdirSync(join(folder, locale), { recursive: true, encoding: 'utf8' }))
    .filter((file) => file.endsWith('.json'))
    .map((file) => [basename(file, '.json'), file]),
);

/** All areas, in any of the languages. */
export const areas = [...fileOf.keys()].sort();

/** @throws if a language lacks an area, or a file is not JSON */
export const messagesOf = (locale: Locale): Messages =>
  Object.fromEntries(
    [...fileOf].map(([area, file]) => [area, JSON.parse(readFileSync(join(folder, locale, file), 'utf8'))]),
  );

/** Every key with its text, as `t()` names it: `shell.notFound.title`. */
export function flat(messages: unknown, above = ''): Map<string, string> {
  if (typeof messages === 'string') return new Map([[above, messages]]);
  return new Map(
    Object.entries(messages as object).flatMap(([name, value]) => [
      ...flat(value, above === '' ? name : `${above}.${name}`),
    ]),
  );
}
