import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPersonaText } from '../../src/ai/checks/checkPersonaText.js';
import { filterReflections } from '../../src/ai/checks/filterReflections.js';
import { personaTextSchema } from '../../src/ai/prompts/personaText.js';
import { reflectionsSchema } from '../../src/ai/prompts/reflections.js';
import { indexAnswers } from '../../src/measurement/openText/answerIndex.js';
import { composePersona } from '../../stand-ins/openai/author/composePersona.js';
import { composeReflections } from '../../stand-ins/openai/author/composeReflections.js';
import { randomEvidence } from '../ai/randomEvidence.js';

const locales = ['EN', 'KO', 'JA'] as const;
const answers = indexAnswers([
  'She is late for everything and nobody minds.',
  '늘 늦지만 아무도 뭐라고 하지 않아요.',
  'いつも遅れるけれど誰も怒らない。',
]);
const friends = { EN: /friend/i, KO: /친구/, JA: /友/ };
const practice = { EN: /practice/i, KO: /연습/, JA: /練習/ };

describe.each(locales)('the stand-in about anybody, in %s', (locale) => {
  it('writes a text of the asked-for shape that passes every check', () => {
    fc.assert(
      fc.property(randomEvidence(locale), (pack) => {
        const text = composePersona(pack);
        expect(personaTextSchema.parse(text)).toEqual(text);
        expect(checkPersonaText(text, pack, answers)).toEqual([]);
        expect(JSON.stringify(text)).not.toMatch(/undefined|\{\w+\}|NaN/);
      }),
      { numRuns: 300 },
    );
  });

  it('notes as three experts what may all be kept, the same for the same evidence', () => {
    fc.assert(
      fc.property(randomEvidence(locale), (pack) => {
        const notes = composeReflections(pack);
        expect(reflectionsSchema.parse(notes)).toEqual(notes);
        expect(filterReflections(notes, pack)).toEqual(notes);
        expect(composeReflections(structuredClone(pack))).toEqual(notes);
        for (const expert of Object.values(notes)) {
          expect(expert.length).toBeGreaterThanOrEqual(2);
          for (const { text } of expert) expect(text).not.toMatch(/undefined|\{\w+\}|NaN/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cites what friends wrote wherever there is any', () => {
    const withQuotes = randomEvidence(locale).filter(({ quotes }) => quotes.length > 0);
    fc.assert(
      fc.property(withQuotes, (pack) => {
        const cited = composePersona(pack).summary.flatMap((sentence) => sentence.evidence);
        expect(cited).toContain(pack.quotes[0]?.id);
      }),
    );
  });

  it('says of a person’s own account that it is practice, and names no friends', () => {
    const alone = randomEvidence(locale).filter(({ basis }) => basis === 'SELF');
    fc.assert(
      fc.property(alone, (pack) => {
        const text = composePersona(pack);
        expect(text.summary[0]?.text).toMatch(practice[locale]);
        expect(text.greeting).toMatch(practice[locale]);
        expect(JSON.stringify([text, Object.values(composeReflections(pack))])).not.toMatch(friends[locale]);
      }),
    );
  });
});
