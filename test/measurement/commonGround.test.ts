import { expect, it } from 'vitest';
import { commonGround } from '../../src/measurement/insight/commonGround.js';
import { describeCommonGround } from '../../src/measurement/insight/describeInsight.js';
import { displayStats } from '../../src/measurement/insight/displayStats.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { sheet } from './sheet.js';

/** Three friends of one mind, but about extraversion: two see the life of the party, one a wallflower. */
const forms = ['5534313343553431333x', '5534313343553431333x', '1534353343153435333x'].map((form) =>
  form.replace('x', '3'),
);
const measured = (words: string[][] = [], of = forms) =>
  measure(
    of.map((scales, index) => sheet(scales, { words: words[index] ?? [] })),
    norms,
  );

it('what friends agree on comes first by how far they agree, what splits them apart from it', () => {
  const { agreed, split } = commonGround(measured());
  expect(split).toEqual(['E']);
  expect(agreed).toEqual(['A', 'C', 'N', 'I']);
  const uneven = commonGround(measured([], [forms[0]!, forms[1]!.replace('553', '523'), forms[0]!]));
  expect(uneven.agreed.at(-1)).toBe('A');
});

it('two friends neither agree nor differ: that would show what each of them answered', () => {
  expect(commonGround(measured([], forms.slice(1)))).toEqual({ agreed: [], split: [], words: [] });
});

it('a word is common ground when at least half of the friends and two of them chose it', () => {
  expect(commonGround(measured([['kind', 'bold'], ['kind'], ['calm']])).words).toEqual([
    { word: 'kind', count: 2 },
  ]);
  const five = [...forms, ...forms].slice(1);
  expect(commonGround(measured([['kind'], ['kind']], five)).words).toEqual([]);
});

it.each([
  [
    'EN',
    'Mina',
    'Friends differ: to some Mina is outgoing, to others quiet.',
    /^Friends agree that Mina is /,
  ],
  [
    'KO',
    '민아',
    '친구들의 의견이 갈려요. 어떤 친구에게 민아님은 활발한 사람, 어떤 친구에게는 조용한 사람이에요.',
    /^민아님은 .*사람(이라는|도 아니라는) 데 친구들의 의견이 같아요\.$/,
  ],
  [
    'JA',
    '美奈',
    '友だちの見方は分かれています。ある友だちには美奈さんは社交的な人、別の友だちには物静かな人です。',
    /^友だちの見方は一致しています。美奈さんは、.*人(です|でもありません)。$/,
  ],
] as const)('both are told in words: %s', (locale, name, split, agreed) => {
  const told = describeCommonGround(measured([['kind'], ['kind']]), name, locale);
  expect(told.split).toEqual([{ trait: 'E', text: split }]);
  expect(told.agreed).toHaveLength(4);
  for (const { text } of told.agreed) expect(text).toMatch(agreed);
  expect(told.words).toHaveLength(1);
  expect(told.words[0]?.text).toContain(name);
});

it('the card’s figures are the percentiles under other names, energy the mean of outgoing and calm', () => {
  const measurement = measured();
  const score = Object.fromEntries(measurement.traits.map(({ trait, score: own }) => [trait, own]));
  const stats = displayStats(measurement);
  expect(stats).toMatchObject({
    charisma: score.E,
    kindness: score.A,
    intellect: score.I,
    discipline: score.C,
  });
  expect(Math.abs(stats.energy - (score.E! + 100 - score.N!) / 2)).toBeLessThanOrEqual(1);
  for (const figure of Object.values(stats)) expect(Number.isInteger(figure)).toBe(true);
});
