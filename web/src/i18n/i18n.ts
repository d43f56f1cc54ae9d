import { createI18n } from 'vue-i18n';
import { pageData } from '../api/pageData';
import { storage } from '../device/storage';
import { loadFonts } from './fonts';
import { isolateDirections } from './isolateDirections';
import { resolveKoreanParticles } from './koreanParticles';
import { type Locale, locales } from './locales';

const KEY = 'mirai.locale';

function preferredLocale(): Locale {
  const chosen = [storage.get(KEY), pageData?.language, ...navigator.languages].map((one) =>
    one?.slice(0, 2),
  );
  return (
    locales.find((locale) => locale === chosen.find((one) => locales.some((known) => known === one))) ?? 'en'
  );
}

/** @param messages by area, if they are already loaded */
export const newI18n = (locale: Locale, messages: Record<string, object> = {}) =>
  createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'en',
    missingWarn: false,
    fallbackWarn: false,
    messages: { [locale]: messages } as Record<string, never>,
    postTranslation: (text) =>
      typeof text === 'string' ? isolateDirections(resolveKoreanParticles(text)) : text,
  });

export const i18n = newI18n(preferredLocale());

/**
 * One message file for each area. The areas of the entry pages are bundled into one file for each language,
 * because on a mobile network the number of files determines the loading time.
 */
const files = import.meta.glob<object>('./messages/*/*.json', { import: 'default' });
const firstFiles = import.meta.glob<Record<string, object>>('./first/*.ts', { import: 'default' });
const neededAreas = new Set<string>(['shell', 'errors']);
const loadedAreas = new Set<string>();
/** The language requested last. It is shown once its messages are loaded. */
let target = preferredLocale();

const missingAreas = (locale: Locale): string[] =>
  [...neededAreas].filter((area) => !loadedAreas.has(`${locale}/${area}`));

/** @returns the messages of an area, and of all areas in the same file */
async function fetchArea(locale: Locale, area: string): Promise<Record<string, object>> {
  const file = files[`./messages/${locale}/${area}.json`];
  if (file !== undefined) return { [area]: await file() };
  const first = (await firstFiles[`./first/${locale}.ts`]?.()) ?? {};
  return Object.fromEntries(
    Object.entries(first).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words]),
  );
}

async function load(locale: Locale, area: string): Promise<void> {
  const words = await fetchArea(locale, area);
  // Another area from the same file has loaded it in the meantime.
  if (loadedAreas.has(`${locale}/${area}`)) return;
  i18n.global.mergeLocaleMessage(locale, words);
  for (const name of [area, ...Object.keys(words)]) loadedAreas.add(`${locale}/${name}`);
}

const loadMissing = (locale: Locale): Promise<unknown> =>
  Promise.all(missingAreas(locale).map((area) => load(locale, area)));

/** The language that is currently shown. */
export const currentLocale = (): Locale => i18n.global.locale.value as Locale;

/** Sets the title of the window to a message, by its key. */
export function setWindowTitle(key: string): void {
  document.title = `${i18n.global.t(key)} · Re:MirAI`;
}

/** Whether the user chose the language in the app, as opposed to the browser or a survey. */
export const isLocaleChosen = (): boolean => storage.get(KEY) !== null;

/**
 * Loads the messages of some areas in the current language. An area is a file in messages/ and the first part
 * of its keys.
 */
export async function loadMessages(areas: readonly string[]): Promise<void> {
  for (const area of areas) neededAreas.add(area);
  // The language may change while its messages load.
  for (let locale; locale !== currentLocale();) await loadMissing((locale = currentLocale()));
}

/** Loads the messages of an area in a given language, for texts that are not in the language of the app. */
export async function loadMessagesIn(locale: Locale, area: string): Promise<void> {
  if (!loadedAreas.has(`${locale}/${area}`)) await load(locale, area);
}

/**
 * Switches the language, with its fonts, once all its messages are loaded, including those of a page opened
 * in the meantime. The language does not change if loading fails or if another language is requested first.
 * @param isChosen whether the user chose it, so that it is remembered on this device
 */
export async function switchLocale(locale: Locale, isChosen: boolean): Promise<void> {
  target = locale;
  if (isChosen) storage.set(KEY, locale);
  try {
    while (target === locale && missingAreas(locale).length > 0) await loadMissing(locale);
  } catch {
    // failedChunks handles files that could not be loaded.
    return;
  }
  if (target !== locale) return;
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
  void loadFonts(locale);
}
