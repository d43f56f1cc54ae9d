import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalOptions } from '../../bench/eval/evalOptions.js';
import { traitMeans } from '../../bench/eval/figures/traitMeans.js';
import { openTexts } from '../../bench/eval/people/openTexts.js';
import { readCohorts } from '../../bench/eval/people/readCohorts.js';
import { simulateCohorts } from '../../bench/eval/people/simulateCohorts.js';
import { norms } from '../../src/measurement/norms.js';
import { parseAnswers } from '../../src/measurement/parseAnswers.js';
import { QUESTIONNAIRE_VERSION } from '../../src/measurement/questionnaire/questionnaire.js';
import { itemScores } from '../../src/measurement/scoring/itemScores.js';
import { traits } from '../../src/measurement/traits.js';
import { sheet } from '../measurement/sheet.js';

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const covariance = (one: number[], other: number[]): number => {
  const [middle, otherMiddle] = [mean(one), mean(other)];
  return mean(one.map((value, at) => (value - middle) * ((other[at] ?? 0) - otherMiddle)));
};
const sd = (values: number[]): number => Math.sqrt(covariance(values, values));
const correlation = (one: number[], other: number[]): number =>
  covariance(one, other) / (sd(one) * sd(other));

describe('simulated people', () => {
  const people = simulateCohorts({ people: 1500, friends: 4, seed: 11 });
  const means = people.map(({ friends }) =>
    friends.map(({ answers }) =>
      traitMeans(Object.fromEntries(itemScores(answers).map(({ id, raw }) => [id, raw]))),
    ),
  );

  it.each(traits)('answer with the mean and the spread of the norm: %s', (trait) => {
    const values = means.flat().map((own) => own[trait]);
    expect(Math.abs(mean(values) - norms.traits[trait].mean)).toBeLessThan(0.06);
    expect(Math.abs(sd(values) - norms.traits[trait].sd)).toBeLessThan(0.06);
  });

  it('are seen alike by two friends as far as real friends agree, about .37', () => {
    const agreed = traits.map((trait) =>
      correlation(
        means.map(([first]) => first?.[trait] ?? 0),
        means.map(([, second]) => second?.[trait] ?? 0),
      ),
    );
    expect(mean(agreed)).toBeGreaterThan(0.33);
    expect(mean(agreed)).toBeLessThan(0.41);
  });

  it('are the same for the same seed, and others for another', () => {
    const few = (seed: number) => simulateCohorts({ people: 3, friends: 4, seed });
    expect(few(1)).toEqual(few(1));
    expect(few(1)).not.toEqual(few(2));
    expect(few(1).map(({ locale }) => locale)).toEqual(['EN', 'KO', 'JA']);
  });

  it('fill in forms that the API would take', () => {
    const [{ friends } = { friends: [] }] = people;
    for (const { answers } of friends)
      expect(parseAnswers(QUESTIONNAIRE_VERSION, answers)).toEqual({ answers });
  });

  it('write lines long enough that a word-for-word copy would be found', () => {
    for (const text of Object.values(openTexts).flatMap((book) => Object.values(book).flat()))
      expect(text.includes(' ') ? text.split(' ').length >= 5 : text.length >= 12).toBe(true);
  });
});

describe('real cohorts', () => {
  let folder = '';
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 're-mirai-eval-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const stored = async (content: string): Promise<string> => {
    const file = join(folder, 'cohorts.json');
    await writeFile(file, content);
    return file;
  };
  const person = (friends: number) => ({
    locale: 'EN',
    name: 'Mina',
    friends: Array.from({ length: friends }, () => sheet('42315242314231524231')),
  });

  it('are read from a file, those with fewer than four friends left out', async () => {
    const cohorts = await readCohorts(await stored(JSON.stringify([person(3), person(4)])));
    expect(cohorts.map(({ friends }) => friends.length)).toEqual([4]);
    expect(cohorts[0]?.friends[0]?.answers).toHaveLength(20);
  });

  it('are refused with the place of what is wrong, and without a word of it', async () => {
    const secret = {
      ...sheet('42315242314231524231'),
      answers: [{ questionId: 'OT1', text: 'x'.repeat(999) }],
    };
    const file = await stored(JSON.stringify([{ ...person(4), friends: [secret] }]));
    await expect(readCohorts(file)).rejects.toThrow(/0\.friends\.0\.answers/);
    await expect(readCohorts(file)).rejects.not.toThrow(/xxx/);
    await expect(readCohorts(await stored('[{"name":"Mina'))).rejects.toThrow(/is no JSON/);
    await expect(readCohorts(await stored(JSON.stringify([person(3)])))).rejects.toThrow(/no person has 4/);
  });
});

describe('the options', () => {
  it('have a default each', () => {
    expect(evalOptions([])).toMatchObject({ people: 30, friends: 6, 'held-out': 3, turns: 30, seed: 1 });
  });

  it('are bounded, and all problems are reported at once', () => {
    expect(() => evalOptions(['--people', '100000', '--friends', '3'])).toThrow(
      /--people must be at most 500\n--friends must be at least 4/,
    );
    expect(() => evalOptions(['--turns', 'many'])).toThrow(/--turns must be a whole number/);
    expect(() => evalOptions(['--model', 'x'])).toThrow(/--model/);
  });
});
