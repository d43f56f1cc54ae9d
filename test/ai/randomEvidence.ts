import fc from 'fast-check';
import { archetypes } from '../../src/measurement/archetypes.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import { english } from '../../src/measurement/questionnaire/english.js';
import { japanese } from '../../src/measurement/questionnaire/japanese.js';
import { korean } from '../../src/measurement/questionnaire/korean.js';
import { traits } from '../../src/measurement/traits.js';
import { evidence } from './evidence.js';

const books = { EN: english, KO: korean, JA: japanese };
const names = ['Mina', '민아', '美奈', '서준', 'O’Neil-3', 'Åsa', 'Kim'];
const blends = {
  EN: ['A hand is never far where Mina is.', 'Small signs of care keep coming.'],
  KO: ['손이 필요한 순간이면 먼저 다가와요.', '작은 것을 잊지 않는 마음이 있어요.'],
  JA: ['手が要るときには先にそばへ来ます。', '小さなことを忘れない心づかいがあります。'],
};

/** Any person that could be measured, by friends or alone, in a language, with words of the questionnaire and what friends wrote. */
export const randomEvidence = (locale: EvidencePack['subject']['locale']): fc.Arbitrary<EvidencePack> =>
  fc
    .record({
      basis: fc.constantFrom('FRIENDS' as const, 'SELF' as const),
      name: fc.constantFrom(...names),
      friends: fc.integer({ min: 3, max: 40 }),
      archetype: fc.constantFrom(...archetypes),
      scores: fc.record(Object.fromEntries(traits.map((trait) => [trait, fc.integer({ min: 0, max: 100 })]))),
      split: fc.option(fc.constantFrom(...traits), { nil: undefined }),
      words: fc.subarray(Object.values(books[locale].words), { maxLength: 8 }),
      quotes: fc.subarray(blends[locale]),
    })
    .map((parts) =>
      evidence({ locale, ...parts, ...(parts.basis === 'SELF' ? { quotes: [], split: undefined } : {}) }),
    );
