import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

export const locales = ['en', 'ko', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** The app's words of one language, as it loads them: area by area. */
export type Messages = Record<string, unknown>;

const folder = resolve(import.meta.dirname, '../../web/src/i18n/messages');

/** Where an area's words are, below its language: those of the first pages lie in a folder of their own. */
const fileOf = new Map(
  locales
    .flatMap((locale) => readdirSync(join(folder, locale), { recursive: true, encoding: 'utf8' }))
    .filter((file) => file.endsWith('.json'))
    .map((file) => [basename(file, '.json'), file]),
);

/** Every area there is, in any of the languages. */
export const areas = [...fileOf.keys()].sort();

/** @throws where a language lacks an area, or one is no JSON */
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
