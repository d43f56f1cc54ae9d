import { createI18n } from 'vue-i18n';
import { storage } from '../device/storage';
import { fetchFonts } from './fonts';
import { koreanParticles } from './koreanParticles';
import { type Locale, locales } from './locales';

const KEY = 'mirai.locale';

function preferred(): Locale {
  const chosen = [storage.get(KEY), ...navigator.languages].map((one) => one?.slice(0, 2));
  return (
    locales.find((locale) => locale === chosen.find((one) => locales.some((known) => known === one))) ?? 'en'
  );
}

export const i18n = createI18n({
  legacy: false,
  locale: preferred(),
  fallbackLocale: 'en',
  missingWarn: false,
  fallbackWarn: false,
  postTranslation: (text) => (typeof text === 'string' ? koreanParticles(text) : text),
});

/** An area of words to a file. Those of the pages that people see first come together: on a phone's network it is the number of files that costs. */
const files = import.meta.glob<object>('./messages/*/*.json', { import: 'default' });
const firstFiles = import.meta.glob<Record<string, object>>('./first/*.ts', { import: 'default' });
const wanted = new Set<string>(['shell', 'errors']);
const loaded = new Set<string>();
/** The language to be shown once its words are there: the last one asked for. */
let target = preferred();

const missing = (locale: Locale): string[] => [...wanted].filter((area) => !loaded.has(`${locale}/${area}`));

/** @returns the words of an area, and of those that come with it */
async function read(locale: Locale, area: string): Promise<Record<string, object>> {
  const file = files[`./messages/${locale}/${area}.json`];
  if (file !== undefined) return { [area]: await file() };
  const first = (await firstFiles[`./first/${locale}.ts`]?.()) ?? {};
  return Object.fromEntries(
    Object.entries(first).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words]),
  );
}

async function load(locale: Locale, area: string): Promise<void> {
  const words = await read(locale, area);
  // It came with another one meanwhile.
  if (loaded.has(`${locale}/${area}`)) return;
  i18n.global.mergeLocaleMessage(locale, words);
  for (const name of [area, ...Object.keys(words)]) loaded.add(`${locale}/${name}`);
}

const loadMissing = (locale: Locale): Promise<unknown> =>
  Promise.all(missing(locale).map((area) => load(locale, area)));

/** The language that is shown. */
export const currentLocale = (): Locale => i18n.global.locale.value as Locale;

/** Whether the reader has chosen a language here, rather than the browser or a survey. */
export const isLocaleChosen = (): boolean => storage.get(KEY) !== null;

/** Loads the words of some areas, in the language that is shown. An area is a file in messages/ and the first part of its keys. */
export async function loadMessages(areas: readonly string[]): Promise<void> {
  for (const area of areas) wanted.add(area);
  // Another language may be shown by the time that the words of this one are there.
  for (let locale; locale !== currentLocale();) await loadMissing((locale = currentLocale()));
}

/**
 * Shows another language, with its fonts, once all of its words are there: also of the page that was gone to meanwhile.
 * The language stays as it is where they do not come, or another one is asked for before they do.
 * @param isChosen whether to remember it
 */
export async function showLocale(locale: Locale, isChosen: boolean): Promise<void> {
  target = locale;
  if (isChosen) storage.set(KEY, locale);
  try {
    while (target === locale && missing(locale).length > 0) await loadMissing(locale);
  } catch {
    // lostFiles sees to it.
    return;
  }
  if (target !== locale) return;
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
  void fetchFonts(locale);
}
