import { describe, expect, it } from 'vitest';
import { traitMarkers } from '../../src/ai/checks/contradictsTrait.js';
import { findTextProblems } from '../../src/ai/checks/textProblems.js';
import { LocalModerator } from '../../src/ai/localModerator.js';
import { archetypes } from '../../src/measurement/archetypes.js';
import { archetypeVoice } from '../../src/measurement/voices/voices.js';
import { english } from '../../stand-ins/openai/phrases/en/persona.js';
import { japanese } from '../../stand-ins/openai/phrases/ja/persona.js';
import { korean } from '../../stand-ins/openai/phrases/ko/persona.js';

const locales = ['EN', 'KO', 'JA'] as const;
const books = { EN: english, KO: korean, JA: japanese };
const names = { EN: 'Mina', KO: '민아', JA: '美奈' };
const cases = locales.flatMap((locale) => archetypes.map((archetype) => ({ locale, archetype })));

type Spoken = ReturnType<typeof archetypeVoice>;
const greetingsOf = ({ greeting, alternates }: Spoken): string[] => [greeting, ...alternates];
const linesOf = (voice: Spoken): string[] => [
  voice.title,
  voice.register,
  ...voice.habits,
  voice.sample,
  ...greetingsOf(voice),
];

/** Friends, and what was asked of anybody: a practice persona has no friends behind it, an alchemic one another's voice. */
const claims = {
  EN: /\bfriends?\b|\bpeople say\b|\bscores?\b|percent|measur|survey|questionnaire/i,
  KO: /친구|설문|점수|측정|응답|퍼센트/,
  JA: /友だち|友達|友人|アンケート|点数|測定|回答|パーセント/,
};
/** Words that settle whether someone is a man or a woman, a boy or a girl. */
const gendered = {
  EN: /\b(he|she|him|her|his|hers|man|woman|boy|girl|king|queen|brother|sister|lord|lady|sir|madam)\b/i,
  KO: /남자|여자|소년|소녀|아저씨|아가씨|형님|언니|오빠|누나|왕자|공주/,
  JA: /男|女|少年|少女|彼|王子|姫|兄|姉|僕|俺|あたし/,
};

describe.each(cases)('the voice of $archetype in $locale', ({ locale, archetype }) => {
  const voice = archetypeVoice(archetype, locale, names[locale]);

  it('carries the name that the product gives the archetype', () => {
    expect(voice.name).toBe(books[locale].archetypeNames[archetype]);
  });

  it('is filled and keeps within the lengths of a persona, for a name of 60 characters as well', () => {
    const longest = archetypeVoice(archetype, locale, '㋿'.repeat(60));
    expect(longest.alternates).toHaveLength(2);
    expect([2, 3]).toContain(longest.habits.length);
    const bounds: [lines: string[], most: number][] = [
      [[longest.title], 80],
      [[longest.register, ...longest.habits], 120],
      [[longest.sample], 240],
      [greetingsOf(longest), 400],
    ];
    for (const [lines, most] of bounds)
      for (const line of lines) {
        expect(line).toBe(line.trim());
        expect(line).not.toBe('');
        expect(line.length).toBeLessThanOrEqual(most);
      }
  });

  it('speaks to its owner by name', () => {
    const honorific = { EN: '', KO: '님', JA: 'さん' }[locale];
    for (const line of greetingsOf(voice)) {
      expect(line).toContain(`${names[locale]}${honorific}`);
      expect(line.replaceAll(`${names[locale]}${honorific}`, '')).not.toContain(names[locale]);
    }
  });

  it('leaves no placeholder, markup or link', () => {
    expect(linesOf(voice).filter((line) => /[{}]/.test(line))).toEqual([]);
    expect(linesOf(voice).flatMap((line) => findTextProblems('a line', line))).toEqual([]);
  });

  it('passes moderation', async () => {
    const moderator = new LocalModerator();
    for (const line of linesOf(voice))
      expect(await moderator.review(line, new AbortController().signal), line).toMatchObject({
        flagged: false,
      });
  });

  it('claims nothing about traits, measurements or friends', () => {
    const told = Object.values(traitMarkers[locale]).flatMap(({ high, low }) => [high, low]);
    const forbidden = [...told, claims[locale]];
    expect(linesOf(voice).filter((line) => forbidden.some((word) => word.test(line)))).toEqual([]);
  });

  it('contains no gender', () => {
    expect(linesOf(voice).filter((line) => gendered[locale].test(line))).toEqual([]);
  });

  it('is written in the language it is for', () => {
    const script = {
      EN: /^[\p{Script=Latin}\p{P}\p{Zs}]+$/u,
      KO: /\p{Script=Hangul}/u,
      JA: /\p{Script=Han}/u,
    };
    const foreign = { EN: /[^\p{ASCII}“”]/u, KO: /[A-Za-z\u3040-\u30ff\u4e00-\u9fff]/, JA: /[A-Za-z가-힣]/ };
    for (const line of linesOf(voice)) {
      expect(line).toMatch(script[locale]);
      expect(line).not.toMatch(foreign[locale]);
    }
  });
});

describe('the voices together', () => {
  it.each(locales)('share no line between two archetypes: %s', (locale) => {
    const lines = archetypes.flatMap((archetype) => linesOf(archetypeVoice(archetype, locale, 'N')));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it.each([
    ['KO', /(요|죠|통과|예요)[.?!]/, /(습니다|이다|한다|했다)[.?!]/],
    ['JA', /(です|ます|ました|ません|ください|ましょう|でしょう)(か|ね|よ|が)?。/, /(だ|である|だった)。/],
  ] as const)('keep one level of politeness: %s', (locale, polite, other) => {
    const greetings = archetypes.flatMap((archetype) => greetingsOf(archetypeVoice(archetype, locale, 'N')));
    for (const greeting of greetings) {
      expect(greeting).toMatch(polite);
      expect(greeting).not.toMatch(other);
    }
  });

  it('take a name as it is, whatever signs it holds', () => {
    const { greeting } = archetypeVoice('SAGE', 'EN', "$& {name} $'");
    expect(greeting).toContain("Good to meet you, $& {name} $'. Odd");
  });

  it('are handed out as copies, so that changing one changes no other', () => {
    archetypeVoice('SAGE', 'EN', 'Mina').habits.push('shouts');
    expect(archetypeVoice('SAGE', 'EN', 'Mina').habits).not.toContain('shouts');
  });
});
