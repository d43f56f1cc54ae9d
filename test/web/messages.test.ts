import { expect, it } from 'vitest';
import { createI18n } from 'vue-i18n';
import { resolveKoreanParticles } from '../../web/src/i18n/koreanParticles';
import { areas, flat, locales, messagesOf } from '../testkit/webMessages.js';
import { webSources } from '../testkit/webSources.js';

const texts = Object.fromEntries(locales.map((locale) => [locale, flat(messagesOf(locale))]));
const english = texts['en'] ?? new Map<string, string>();
const keys = [...english.keys()];

/** `{name}`; not `{'@'}`, which is a letter. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

/** Double quotes hold the expressions of templates: `persona.id` there is no key. What the sources name: a key, the beginning of some, or a template such as `shell.${state}`. */
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

/** What the app says in a language. */
const saidIn = (locale: (typeof locales)[number], missing: (key: string) => void = () => {}) =>
  createI18n({
    legacy: false,
    locale,
    messages: { [locale]: messagesOf(locale) as never },
    postTranslation: (text) => (typeof text === 'string' ? resolveKoreanParticles(text) : text),
    missing: (_locale, key) => missing(key),
  }).global.t;

it.each(locales.filter((locale) => locale !== 'en'))(
  '%s says everything that English says, and no more',
  (locale) => {
    expect([...(texts[locale]?.keys() ?? [])].sort()).toEqual([...keys].sort());
  },
);

it.each(locales)('%s puts in the same names and numbers as English', (locale) => {
  const differ = keys.filter(
    (key) =>
      placeholders(texts[locale]?.get(key) ?? '').join() !== placeholders(english.get(key) ?? '').join(),
  );
  expect(differ).toEqual([]);
});

it.each(locales)('%s leaves no brace, bar or Korean particle unread', (locale) => {
  const failed: string[] = [];
  const t = saidIn(locale, (key) => void failed.push(key));
  for (const [key, text] of texts[locale] ?? []) {
    const named = Object.fromEntries(placeholders(text).map((name) => [name, '미나']));
    const said = [t(key, named, 1), t(key, named, 3)];
    if (said.some((one) => /[{}|]|\(.{1,3}\/.{1,3}\)/u.test(one))) failed.push(`${key}: ${said.join(' / ')}`);
  }
  expect(failed).toEqual([]);
});

/** Brand names, abbreviations, keys and storage names that are spelled the same in every language. */
const SPELLED_ALIKE =
  /Re:MirAI|Google|GDPR|PIPA|JSON|QR|AI|IP|EU|Enter|Shift|mirai\.\w+(?:, mirai\.\w+)?|\{\w+\}/g;
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

it('every key that the app names exists', () => {
  const strange = mentions.filter(({ name }) => named(name).length === 0);
  expect(strange.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

it('every message is said somewhere', () => {
  const said = new Set(mentions.flatMap(({ name }) => named(name)));
  expect(keys.filter((key) => !said.has(key))).toEqual([]);
});

it('English says one character, and several characters', () => {
  const t = saidIn('en');
  expect(t('answer.line.left', { count: 1 })).toBe('1 character left');
  expect(t('answer.line.over', { count: 1 })).toBe('1 character too many');
  expect(t('answer.line.left', { count: 2 })).toBe('2 characters left');
});
