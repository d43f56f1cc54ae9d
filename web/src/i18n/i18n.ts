import { createI18n } from 'vue-i18n';
import { fetchFonts } from './fonts';
import { koreanParticles } from './koreanParticles';
import { type Locale, locales } from './locales';

const KEY = 'mirai.locale';

function preferred(): Locale {
  const chosen = [localStorage.getItem(KEY), ...navigator.languages].map((one) => one?.slice(0, 2));
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

function add(locale: Locale, area: string, words: object): void {
  i18n.global.mergeLocaleMessage(locale, { [area]: words });
  loaded.add(`${locale}/${area}`);
}

async function load(locale: Locale, area: string): Promise<void> {
  if (loaded.has(`${locale}/${area}`)) return;
  const read = files[`./messages/${locale}/${area}.json`];
  if (read !== undefined) return add(locale, area, await read());
  const first = (await firstFiles[`./first/${locale}.ts`]?.()) ?? {};
  for (const [file, words] of Object.entries(first)) add(locale, file.replace(/^.*\/|\.json$/g, ''), words);
}

/** The language that is shown. */
export const currentLocale = (): Locale => i18n.global.locale.value as Locale;

/** Whether the reader has chosen a language here, rather than the browser or a survey. */
export const isLocaleChosen = (): boolean => localStorage.getItem(KEY) !== null;

/** Loads the words of some areas, in the language that is shown. An area is a file in messages/ and the first part of its keys. */
export async function loadMessages(areas: readonly string[]): Promise<void> {
  for (const area of areas) wanted.add(area);
  await Promise.all([...wanted].map((area) => load(currentLocale(), area)));
}

/** Shows another language, with its fonts, once all of its words are there. @param isChosen whether to remember it */
export async function showLocale(locale: Locale, isChosen: boolean): Promise<void> {
  await Promise.all([...wanted].map((area) => load(locale, area)));
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
  if (isChosen) localStorage.setItem(KEY, locale);
  void fetchFonts(locale);
}
