import { expect, it } from 'vitest';
import { createI18n } from 'vue-i18n';
import { resolveKoreanParticles } from '../../../web/src/i18n/koreanParticles.js';
import { locales } from '../../../web/src/i18n/locales.js';
import { areas, flat, messagesOf } from '../../testkit/webMessages.js';
import { webSources } from '../../testkit/webSources.js';

const texts = Object.fromEntries(locales.map((locale) => [locale, flat(messagesOf(locale))]));
const english = texts['en'] ?? new Map<string, string>();
const keys = [...english.keys()];

/** `{name}`; not `{'@'}`, which is a literal character. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

/**
 * What the sources mention: a key, the beginning of several, or a template such as `shell.${state}`. Double
 * quotes hold the expressions of Vue templates, in which `persona.id` is not a key.
 */
const mention = new RegExp(`(?<=['\`])(?:${areas.join('|')})\\.(?:[\\w.-]|\\$\\{[^}]*\\})*(?=['\`])`, 'g');
const mentions = webSources
  .filter(({ path }) => /\.(?:ts|vue)$/.test(path))
  .flatMap(({ path, text }) => [...text.matchAll(mention)].map(([name]) => ({ path, name })));

/** @returns the keys that a mention refers to */
function named(name: string): string[] {
  if (english.has(name)) return [name];
  const pattern = name.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '.+');
  const whole = name.includes('${')
    ? new RegExp(`^${pattern}$`)
    : new RegExp(`^${pattern}(?:\\.|(?<=\\.)).+$`);
  return keys.filter((key) => whole.test(key));
}

/** The translation function of a language, as the app has it. */
const translatorOf = (locale: (typeof locales)[number], missing: (key: string) => void = () => {}) =>
  createI18n({
    legacy: false,
    locale,
    messages: { [locale]: messagesOf(locale) as never },
    postTranslation: (text) => (typeof text === 'string' ? resolveKoreanParticles(text) : text),
    missing: (_locale, key) => missing(key),
  }).global.t;

it.each(locales.filter((locale) => locale !== 'en'))('%s has the same keys as English', (locale) => {
  expect([...(texts[locale]?.keys() ?? [])].sort()).toEqual([...keys].sort());
});

it.each(locales)('%s has the same placeholders as English', (locale) => {
  const differ = keys.filter(
    (key) =>
      placeholders(texts[locale]?.get(key) ?? '').join() !== placeholders(english.get(key) ?? '').join(),
  );
  expect(differ).toEqual([]);
});

it.each(locales)('%s messages contain no unresolved brace, bar or Korean particle', (locale) => {
  const failed: string[] = [];
  const t = translatorOf(locale, (key) => void failed.push(key));
  for (const [key, text] of texts[locale] ?? []) {
    const values = Object.fromEntries(placeholders(text).map((name) => [name, '미나']));
    const results = [t(key, values, 1), t(key, values, 3)];
    if (results.some((one) => /[{}|]|\(.{1,3}\/.{1,3}\)/u.test(one)))
      failed.push(`${key}: ${results.join(' / ')}`);
  }
  expect(failed).toEqual([]);
});

/** Brand names, abbreviations, keys and storage names that are spelled the same in every language. */
const SPELLED_ALIKE =
  /Re:MirAI|iPhone|iPad|Google|Cookie|GDPR|PIPA|JSON|PNG|CHARX|ZIP|SillyTavern|RisuAI|QR|AI|IP|EU|Enter|Shift|mirai\.\w+(?:, mirai\.\w+)?|\{\w+\}/g;
/** The letters that do not belong in the messages of each language. */
const foreignLetters = {
  en: /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]|[a-z]{2}/iu,
  ja: /\p{Script=Hangul}|[a-z]{2}/iu,
};

it.each(locales)('%s is written in one language, apart from brand names', (locale) => {
  const mixed = [...(texts[locale] ?? [])].filter(([, text]) =>
    foreignLetters[locale].test(text.replace(SPELLED_ALIKE, '')),
  );
  expect(mixed).toEqual([]);
});

it.each(['ko', 'ja'])('%s has no plural forms', (locale) => {
  const plural = [...(texts[locale] ?? [])].filter(([, text]) => text.includes(' | '));
  expect(plural).toEqual([]);
});

it('every key that the app uses exists', () => {
  const unknown = mentions.filter(({ name }) => named(name).length === 0);
  expect(unknown.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

it('every message is used', () => {
  const used = new Set(mentions.flatMap(({ name }) => named(name)));
  expect(keys.filter((key) => !used.has(key))).toEqual([]);
});

it('English has a singular and a plural for remaining characters', () => {
  const t = translatorOf('en');
  expect(t('answer.line.left', { count: 1 })).toBe('1 character left');
  expect(t('answer.line.over', { count: 1 })).toBe('1 character too many');
  expect(t('answer.line.left', { count: 2 })).toBe('2 characters left');
});
