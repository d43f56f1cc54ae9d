import { describe, expect, it } from 'vitest';
import { describePortrait } from '../../src/measurement/describeEvidence.js';
import { indexAnswers } from '../../src/measurement/openText/answerIndex.js';
import { templatePersona } from '../../src/workers/persona/templatePersona.js';
import { evidence } from '../ai/evidence.js';

const nothing = indexAnswers([]);

describe('the template for a person with few responses', () => {
  it.each([
    ['EN', /first sketch/],
    ['KO', /스케치/],
    ['JA', /スケッチ/],
  ] as const)(
    'calls itself a sketch once where few answered, and never where enough did: %s',
    (locale, words) => {
      const said = (friends: number) =>
        templatePersona(evidence({ locale, friends }), nothing).summary.filter(({ text }) =>
          words.test(text),
        );
      expect(said(3).map((sentence) => sentence.evidence)).toEqual([['EV-C']]);
      expect(said(8)).toEqual([]);
    },
  );

  it('lets another trait call it a sketch where the last one would then say what a friend wrote', () => {
    const pack = evidence();
    const last = describePortrait(pack, ['EV-C'])[0]?.text;
    const { summary } = templatePersona(pack, { overlaps: (text) => text === last });
    expect(summary.map(({ text }) => /first sketch/.test(text))).toEqual([false, true, false, false, false]);
  });

  it('calls itself a sketch even where a friend wrote each sentence that says so', () => {
    const answers = { overlaps: (text: string) => /first sketch/.test(text) };
    const { summary } = templatePersona(evidence(), answers);
    expect(summary.filter(({ text }) => /first sketch/.test(text))).toHaveLength(1);
  });
});
