import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale.js';
import { scaleItems } from '../../src/measurement/questionnaire/items.js';
import { QUESTIONNAIRE_VERSION, questionnaireOf } from '../../src/measurement/questionnaire/questionnaire.js';
import {
  renderOwnQuestionnaire,
  renderQuestionnaire,
} from '../../src/measurement/questionnaire/renderQuestionnaire.js';

const locales: Locale[] = ['EN', 'KO', 'JA'];
const render = (locale: Locale, name = 'Mina') => renderQuestionnaire(QUESTIONNAIRE_VERSION, locale, name);

describe.each(locales)('the questionnaire in %s', (locale) => {
  it('asks MI01 … MI20, WORDS, OT1, OT2, OT3 in this order and requires none of them by itself', () => {
    const questions = render(locale);
    const scales = Array.from({ length: 20 }, (_, index) => `MI${String(index + 1).padStart(2, '0')}`);
    expect(questions.map(({ id }) => id)).toEqual([...scales, 'WORDS', 'OT1', 'OT2', 'OT3']);
    expect(questions.map(({ kind }) => kind)).toEqual([
      ...scales.map(() => 'SCALE'),
      'WORDS',
      ...['TEXT', 'TEXT', 'TEXT'],
    ]);
    expect(questions.every(({ required }) => !required)).toBe(true);
  });

  it('names the owner once in every question, and leaves no placeholder', () => {
    for (const { text } of render(locale)) {
      expect(text.split('Mina')).toHaveLength(2);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('puts every name in as it is, also one that looks like our own notation', () => {
    for (const name of ['{name}', '$&', "$'", '$1', '$$', '\\', '<b>', '']) {
      const questions = render(locale, name);
      const plain = render(locale, 'Mina');
      questions.forEach(({ text }, index) => expect(text).toBe(plain[index]?.text.split('Mina').join(name)));
    }
  });

  it('has five labelled points, 24 labelled words, no label twice and no question twice', () => {
    const questions = render(locale);
    expect(new Set(questions.map(({ text }) => text)).size).toBe(24);
    for (const { kind, options } of questions) {
      expect(options).toHaveLength({ SCALE: 5, WORDS: 24, TEXT: 0 }[kind]);
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
      expect(options.every(({ label }) => label.trim() !== '')).toBe(true);
    }
    expect(questions[0]?.options.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe.each(locales)('the questionnaire about oneself in %s', (locale) => {
  const own = renderOwnQuestionnaire(QUESTIONNAIRE_VERSION, locale);

  it('asks the same scales and words with the same ids, and no open question', () => {
    const others = render(locale).filter(({ kind }) => kind !== 'TEXT');
    expect(own.map(({ text: _text, ...question }) => question)).toEqual(
      others.map(({ text: _text, ...question }) => question),
    );
  });

  it('speaks in the first person only, and asks nothing twice', () => {
    const first = { EN: /^I /, KO: /^나는 /, JA: /^私は/ }[locale];
    const scales = own.filter(({ kind }) => kind === 'SCALE');
    for (const { text } of scales) expect(text).toMatch(first);
    for (const { text } of own) expect(text).not.toMatch(/[{}]|さん|님/);
    expect(new Set(own.map(({ text }) => text)).size).toBe(21);
  });
});

it('the English items about oneself are those of the Mini-IPIP as published', () => {
  const items = renderOwnQuestionnaire(QUESTIONNAIRE_VERSION, 'EN').map(({ text }) => text);
  for (const published of [
    "Don't talk a lot.",
    'Am the life of the party.',
    'Seldom feel blue.',
    'Like order.',
  ]) {
    const said = `I ${published[0]?.toLowerCase()}${published.slice(1)}`;
    expect(items).toContain(said);
  }
});

it('ids are the same in every language', () => {
  const ids = (locale: Locale) =>
    render(locale).map(({ id, options }) => [id, options.map((option) => option.id)]);
  expect(ids('KO')).toEqual(ids('EN'));
  expect(ids('JA')).toEqual(ids('EN'));
});

it('Korean and Japanese are marked as drafts and speak of the owner with respect', () => {
  const { wording } = questionnaireOf(QUESTIONNAIRE_VERSION);
  expect([wording.EN.translation, wording.KO.translation, wording.JA.translation]).toEqual([
    'source',
    'draft',
    'draft',
  ]);
  expect(
    render('KO')
      .filter(({ kind }) => kind === 'SCALE')
      .every(({ text }) => text.startsWith('Mina님은 ')),
  ).toBe(true);
  expect(
    render('JA')
      .filter(({ kind }) => kind === 'SCALE')
      .every(({ text }) => text.startsWith('Minaさんは')),
  ).toBe(true);
});

it('each trait has four items, and its first two are one for and one against it', () => {
  for (const trait of ['E', 'A', 'C', 'N', 'I']) {
    const own = scaleItems.filter((item) => item.trait === trait);
    expect(own).toHaveLength(4);
    expect(own.slice(0, 2).map(({ reversed }) => reversed)).toEqual([false, true]);
  }
  const reversed = scaleItems.filter((item) => item.reversed).map(({ id }) => id.slice(2));
  expect(reversed.join(' ')).toBe('06 07 08 09 10 15 16 17 18 19 20');
});

it('a version that does not exist is an error of ours', () => {
  expect(() => renderQuestionnaire('mini-ipip@0', 'EN', 'Mina')).toThrow(RangeError);
  expect(() => questionnaireOf('__proto__')).toThrow(RangeError);
});
