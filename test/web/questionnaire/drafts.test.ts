import { describe, expect, it } from 'vitest';
import { newDraft, restoreDraft } from '../../../web/src/questionnaire/drafts.js';
import { answered, questions } from './questions.js';

const fresh = newDraft('fresh', questions, 0);
const restored = (raw: unknown) => restoreDraft(raw, questions, true, fresh);

describe('a stored draft', () => {
  it('is restored as it was stored', () => {
    const draft = { ...answered.statements(12, 15), openText: 'OT3', at: 'MI16', elapsedMs: 42_000 };
    draft.given = { ...draft.given, WORDS: { optionIds: ['w3', 'w7'] }, OT3: { text: 'so do I' } };
    expect(restored(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it('is replaced by a new one if it is invalid', () => {
    for (const raw of [null, 'text', 7, [], {}, { clientKey: 'k' }, { clientKey: 1, given: {} }])
      expect(restored(raw)).toBe(fresh);
  });

  it('loses answers that no longer fit their questions, and keeps the others and the client key', () => {
    const given = {
      RELATION: { relation: 'NEIGHBOUR' },
      CLOSENESS: { scale: 5 },
      MI01: { scale: 6 },
      MI02: { scale: 2.5 },
      MI03: { scale: 5 },
      MI99: { scale: 3 },
      WORDS: { optionIds: ['w1', 'gone', 'w2', 'w3', 'w4', 'w5', 'w6'] },
    };
    const draft = restored({ clientKey: 'stored', openText: 'OT9', given, elapsedMs: -1, at: 4 });
    expect(draft.given).toEqual({ MI03: { scale: 5 }, WORDS: { optionIds: ['w1', 'w2', 'w3', 'w4', 'w5'] } });
    expect(draft).toMatchObject({ clientKey: 'stored', openText: 'OT1', elapsedMs: 0, at: null });
  });
});

it('a new draft has one random open question, or none if the survey has none', () => {
  const drawn = [0, 0.34, 0.67, 0.999].map((random) => newDraft('key', questions, random).openText);
  expect(drawn).toEqual(['OT1', 'OT2', 'OT3', 'OT3']);
  expect(newDraft('key', answered.withoutTexts, 0.5).openText).toBeNull();
});
