import { describe, expect, it } from 'vitest';
import { checkPersonaText } from '../../src/ai/checks/checkPersonaText.js';
import { personaTextSchema } from '../../src/ai/prompts/personaText.js';
import { archetypes } from '../../src/measurement/archetypes.js';
import { indexAnswers } from '../../src/measurement/openText/answerIndex.js';
import { type TraitId, traits } from '../../src/measurement/traits.js';
import { composePersona } from '../../stand-ins/openai/author/composePersona.js';
import { evidence } from '../ai/evidence.js';

const locales = ['EN', 'KO', 'JA'] as const;
const marks = { EN: /[a-z]{3}/, KO: /[\uac00-\ud7a3]/, JA: /[\u3040-\u30ff]/ };
const opposite = (score: number): number => 100 - score;
const lively = { E: 92, A: 75, C: 30, N: 20, I: 88 };
const quiet = Object.fromEntries(traits.map((trait) => [trait, opposite(lively[trait])])) as Record<
  TraitId,
  number
>;

/** Every level of every trait, every archetype, and disagreement. */
const people = (locale: (typeof locales)[number]) => [
  ...traits.flatMap((trait) =>
    [3, 22, 50, 78, 97].flatMap((score) =>
      ['Mina', '민아', '美奈', 'O’Neil-3'].map((name) =>
        evidence({ locale, name, scores: { [trait]: score } }),
      ),
    ),
  ),
  ...traits.map((split) => evidence({ locale, split, scores: lively })),
  ...archetypes.map((archetype) => evidence({ locale, archetype, scores: quiet, friends: 12, words: [] })),
  evidence({ locale, words: ['다정한'], friends: 1 }),
];

describe.each(locales)('the stand-in writing in %s', (locale) => {
  it('writes text of the asked-for shape that its evidence carries, for every level and archetype', () => {
    for (const pack of people(locale)) {
      const text = composePersona(pack);
      expect(personaTextSchema.parse(text)).toEqual(text);
      expect(checkPersonaText(text, pack, indexAnswers([]))).toEqual([]);
      expect(JSON.stringify(text)).not.toMatch(/undefined|[{}]name|\{\w+\}|NaN/);
    }
  });

  it('writes every sentence in that language', () => {
    for (const pack of people(locale)) {
      const { summary, greeting, alternates, voice, title } = composePersona(pack);
      const lines = [title, greeting, ...alternates, voice.sample, ...summary.map(({ text }) => text)];
      for (const line of lines)
        expect(line).toMatch(locale === 'JA' ? /[\u3040-\u30ff\u4e00-\u9fff]/ : marks[locale]);
    }
  });

  it('writes different people differently', () => {
    const one = composePersona(
      evidence({ locale, scores: lively, archetype: 'TRICKSTER', words: ['a', 'b'] }),
    );
    const other = composePersona(evidence({ locale, scores: quiet, archetype: 'SAGE', words: ['c', 'd'] }));
    const said = new Set(one.summary.map(({ text }) => text));
    expect(other.summary.filter(({ text }) => said.has(text))).toEqual([]);
    expect(other.title).not.toBe(one.title);
    expect(other.greeting).not.toBe(one.greeting);
    expect(other.voice).not.toEqual(one.voice);
    expect(other.imagePrompt).not.toEqual(one.imagePrompt);
  });

  it('writes the same evidence the same', () => {
    const pack = evidence({ locale, scores: lively });
    expect(composePersona(structuredClone(pack))).toEqual(composePersona(pack));
  });

  it('weaves in the words of friends, and mentions a disagreement', () => {
    const pack = evidence({ locale, words: ['검소한', 'curious'], split: 'C', scores: lively });
    const { summary } = composePersona(pack);
    const words = summary.find(({ evidence: ids }) => ids.includes('EV-W-검소한'));
    expect(words?.text).toContain('검소한');
    expect(words?.text).toContain('curious');
    const agreed = composePersona(evidence({ locale, words: ['검소한', 'curious'], scores: lively }));
    expect(summary.find(({ evidence: ids }) => ids.includes('EV-C'))?.text).not.toBe(
      agreed.summary.find(({ evidence: ids }) => ids.includes('EV-C'))?.text,
    );
  });
});

it('fits a disagreement, words and quotes into at most six sentences', () => {
  const pack = evidence({ scores: { ...lively, C: 50 }, split: 'C', quotes: ['A hand is never far.'] });
  const { summary } = composePersona(pack);
  const cited = summary.flatMap((sentence) => sentence.evidence);
  expect(summary).toHaveLength(6);
  expect(cited).toEqual(expect.arrayContaining(['EV-C', 'EV-W-funny', 'EV-Q1']));
});

it('leaves out a trait that no friend rated', () => {
  const pack = evidence({ scores: { E: 50, A: 50, C: 50, N: 50, I: 50 } });
  const [unknown] = pack.traits;
  if (unknown === undefined) throw new Error('A pack has traits.');
  unknown.raters = 0;
  expect(composePersona(pack).summary.flatMap((sentence) => sentence.evidence)).not.toContain(unknown.id);
});

it('says how few friends a sketch rests on', () => {
  expect(composePersona(evidence({ friends: 3 })).greeting).toMatch(/three friends.*sketch|sketch/);
  expect(composePersona(evidence({ friends: 8 })).greeting).not.toMatch(/sketch/);
});
