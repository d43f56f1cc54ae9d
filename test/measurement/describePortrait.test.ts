import { describe, expect, it } from 'vitest';
import { locales } from '../../src/locale.js';
import {
  describeAsked,
  describeEvidence,
  describeForStrangers,
  describePortrait,
} from '../../src/measurement/describeEvidence.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import type { Agreement, Level } from '../../src/measurement/measurement.js';
import { wordIds } from '../../src/measurement/questionnaire/items.js';
import { questionnaireOf, QUESTIONNAIRE_VERSION } from '../../src/measurement/questionnaire/questionnaire.js';
import { traits as traitIds } from '../../src/measurement/traits.js';

const agreements: readonly Agreement[] = ['AGREE', 'MIXED', 'SPLIT', 'UNKNOWN'];
const places: readonly [score: number, level: Level][] = [
  [3, 'VERY_LOW'],
  [25, 'LOW'],
  [50, 'TYPICAL'],
  [80, 'HIGH'],
  [99, 'VERY_HIGH'],
];
const names = { EN: 'Mina', KO: '민아', JA: '美奈' };

/** Packs with every kind of evidence: traits in each place, agreement and number of raters, and all words. */
const packs = locales.flatMap((locale) =>
  (['FRIENDS', 'SELF'] as const).flatMap((basis) =>
    (['SKETCH', 'GOOD'] as const).flatMap((confidence) =>
      places.flatMap(([score, level]) =>
        agreements.flatMap((agreement) =>
          [0, 1, 3, 4].map((raters): EvidencePack => {
            const { words } = questionnaireOf(QUESTIONNAIRE_VERSION).wording[locale];
            const traits = traitIds.map((trait) => ({
              id: `EV-${trait}`,
              trait,
              score,
              level,
              agreement,
              raters,
            }));
            return {
              subject: { name: names[locale], locale },
              basis,
              friends: basis === 'SELF' ? 0 : 4,
              confidence,
              archetype: 'SAGE',
              runnerUp: 'ARTIST',
              traits,
              words: wordIds.map((id) => ({ id: `EV-W-${id}`, word: words[id], share: 0.75, count: 3 })),
              quotes: [],
            };
          }),
        ),
      ),
    ),
  ),
);
const idsOf = ({ traits, words }: EvidencePack): string[] => [...traits, ...words].map(({ id }) => id);

describe('a sentence of a portrait', () => {
  it('is never equal to its evidence and never part of it, for owner and strangers, in any language', () => {
    const repeated = packs.flatMap((pack) => {
      const ids = idsOf(pack);
      const lines = Map.groupBy(
        [
          ...describeEvidence(pack, ids).flatMap(({ id, text, spread, questions }) =>
            [text, spread, ...questions].map((line) => ({ id, text: line })),
          ),
          ...(pack.basis === 'FRIENDS' ? [...describeForStrangers(pack), ...describeAsked(pack)] : []),
        ],
        ({ id }) => id,
      );
      return [true, false].flatMap((sketch) =>
        describePortrait(pack, ids, { sketch }).filter(({ id, text }) =>
          lines
            .get(id)
            ?.some((line) => line.text.includes(text.replace(/[.。]$/, '')) || text.includes(line.text)),
        ),
      );
    });
    expect(repeated).toEqual([]);
  });

  it('exists once for each trait and word', () => {
    for (const pack of packs)
      expect(describePortrait(pack, idsOf(pack)).map(({ id }) => id)).toEqual(idsOf(pack));
  });

  it('has no figures, which are its evidence', () => {
    const counting = packs.flatMap((pack) =>
      describePortrait(pack, idsOf(pack)).filter(({ text }) => /\d/.test(text)),
    );
    expect(counting).toEqual([]);
  });

  it('has evidence that counts the friends, tells how far apart they are, and has the questions', () => {
    const silent = packs
      .filter(({ basis }) => basis === 'FRIENDS')
      .flatMap((pack) =>
        describeEvidence(pack, idsOf(pack)).filter(
          ({ text, spread, questions }) => !text.includes('4') || spread === '' || questions.length === 0,
        ),
      );
    expect(silent).toEqual([]);
  });

  it('has evidence for strangers that is the same whatever friends answered', () => {
    const asked = packs
      .filter(({ basis, subject }) => basis === 'FRIENDS' && subject.locale === 'EN')
      .map((pack) => JSON.stringify(describeAsked(pack)));
    expect(new Set(asked).size).toBe(1);
  });
});
