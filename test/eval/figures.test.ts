import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../bench/eval/figures/bootstrap.js';
import { directions } from '../../bench/eval/figures/directions.js';
import { goals } from '../../bench/eval/figures/goals.js';
import { normAnswers, shrunkAnswers } from '../../bench/eval/figures/itemAnswers.js';
import { meanError } from '../../bench/eval/figures/meanError.js';
import { normalisedFaithfulness } from '../../bench/eval/figures/normalised.js';
import { points } from '../../bench/eval/figures/points.js';
import { summarise } from '../../bench/eval/figures/summarise.js';
import { traitMeans } from '../../bench/eval/figures/traitMeans.js';
import { traitShifts } from '../../bench/eval/figures/traitShifts.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { sheet } from '../measurement/sheet.js';
import { findingsOf, heldOutOf } from './findings.js';

/** Answers MI01 … MI20 out of twenty figures. */
const answersOf = (scales: string) =>
  Object.fromEntries([...scales].map((mark, at) => [`MI${String(at + 1).padStart(2, '0')}`, Number(mark)]));

// Two plus items (01, 11) and two reversed ones (06, 16) of E; the rest in the middle.
const outgoing = answersOf('53333133335333313333');

describe('the arithmetic of faithfulness', () => {
  it('takes the mean distance of the items that were answered and predicted', () => {
    expect(meanError({ MI01: 4, MI02: 1 }, { MI01: 3.5, MI02: 2.5, MI03: 1 })).toBeCloseTo(1, 12);
  });

  it('predicts the norm of an item for everyone, turned round where the item is reversed', () => {
    expect(normAnswers.MI01).toBe(2.896);
    expect(normAnswers.MI06).toBeCloseTo(3.104, 12);
    expect(normAnswers.MI20).toBeCloseTo(1.973, 12);
  });

  it('draws the mean of the others to the norm by Spearman and Brown', () => {
    const friends = Array.from({ length: 3 }, () => sheet('53333133335333313333'));
    const predicted = shrunkAnswers(measure(friends, norms));
    // k = 3, r = .40: λ = 1.2 / 1.8; the mean is 5, the norm 2.896.
    expect(predicted.MI01).toBeCloseTo(2.896 + (1.2 / 1.8) * 2.104, 9);
    expect(predicted.MI06).toBeCloseTo(6 - (2.896 + (1.2 / 1.8) * 2.104), 9);
  });

  it('divides what the persona gains on the norm by what the other friends gain on it', () => {
    const people = [
      { norm: 2, shrunk: 1.5, judged: 1.6 },
      { norm: 1, shrunk: 0.7, judged: 0.8 },
    ];
    expect(normalisedFaithfulness(people)).toBeCloseTo(0.6 / 0.8, 12);
    expect(normalisedFaithfulness(people.map((person) => ({ ...person, judged: person.norm })))).toBe(0);
  });

  it('reports no faithfulness where the other friends say nothing', () => {
    expect(normalisedFaithfulness([{ norm: 1, shrunk: 1.1, judged: 0.5 }])).toBeNaN();
  });

  it('gives no interval to people who are all alike, and the same one for the same seed', () => {
    const alike = Array.from({ length: 9 }, () => ({ norm: 1, shrunk: 0.8, judged: 0.85 }));
    const { low, high } = bootstrap(alike, normalisedFaithfulness, 1);
    expect(low).toBeCloseTo(0.75, 9);
    expect(high).toBeCloseTo(0.75, 9);
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const zeroToHundred = Array.from({ length: 101 }, (_, value) => value);
    const interval = bootstrap(zeroToHundred, mean, 7);
    expect(bootstrap(zeroToHundred, mean, 7)).toEqual(interval);
    // The standard error of this mean is 29.15 / √101 = 2.9.
    expect(interval.low).toBeGreaterThan(50 - 3 * 2.9);
    expect(interval.low).toBeLessThan(50 - 2.9);
    expect(interval.high).toBeGreaterThan(50 + 2.9);
  });

  it('turns reversed items round before it takes the mean of a trait', () => {
    expect(traitMeans(outgoing)).toEqual({ E: 5, A: 3, C: 3, N: 3, I: 3 });
    expect(traitShifts(outgoing, answersOf('33333333333333333333'))).toEqual([2, 0, 0, 0, 0]);
  });

  it('judges the direction of those traits alone that the friends place clearly', () => {
    const friends = Array.from({ length: 4 }, () => sheet('53333133335333313333'));
    const measurement = measure(friends, norms);
    const clear = measurement.traits.filter(({ shrunkZ }) => Math.abs(shrunkZ) >= 0.5);
    expect(clear.map(({ trait }) => trait)).toEqual(['E', 'A', 'I']);
    expect(directions(measurement, outgoing)).toEqual({ same: 3, of: 3 });
    expect(directions(measurement, answersOf('13333533331333353333'))).toEqual({ same: 2, of: 3 });
  });
});

describe('the table', () => {
  const two = [
    findingsOf({
      heldOut: [heldOutOf({ personaError: 0.82 })],
      wordingShifts: [0.2, 0],
      conversationShifts: [0.6, 0],
    }),
    findingsOf({ heldOut: [heldOutOf({ personaError: 0.82 })] }),
  ];

  it('reckons two wordings by their standard deviation, and a talk by the largest shift', () => {
    const { wording, conversation } = summarise(two, 1);
    expect(wording?.largest).toBeCloseTo(0.2 / Math.SQRT2, 12);
    expect(conversation).toEqual({ largest: 0.6, mean: 0.3 });
  });

  it('says of each goal whether it was met, missed or not measured', () => {
    const verdicts = goals(summarise(two, 1)).map(({ name, met }) => [name, met]);
    expect(Object.fromEntries(verdicts)).toMatchObject({
      'normalised faithfulness': true,
      'control: blank persona': true,
      'trait SD over two wordings, largest': true,
      '|Δ trait| after the talk, largest': false,
      'same direction where |z| ≥ 0.5': null,
      'unsupported claims': true,
    });
  });

  it('calls an undefined faithfulness missed', () => {
    const undefinedOnes = [findingsOf({ heldOut: [heldOutOf({ shrunkError: 1 })] })];
    expect(goals(summarise(undefinedOnes, 1))[0]).toMatchObject({ met: false });
    expect(points(Number.NaN)).toBe('undefined');
    expect(points(-0.001)).toBe('0.00');
  });

  it('shuffles evidence so that no one keeps their own', () => {
    const people = [1, 2, 3, 4, 5].map((own) =>
      findingsOf({ heldOut: [heldOutOf({ answers: { MI01: own }, interview: { MI01: own } })] }),
    );
    const { shuffled } = summarise(people, 3);
    // Each is predicted by somebody else: at least one point off, where the norm would be one off as well.
    expect(shuffled?.value).toBeLessThanOrEqual(0);
  });
});
