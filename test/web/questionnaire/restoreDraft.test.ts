import { describe, expect, it } from 'vitest';
import { answerInputs } from '../../../web/src/questionnaire/answers.js';
import { newDraft, restoreDraft } from '../../../web/src/questionnaire/drafts.js';
import { stepsOf } from '../../../web/src/questionnaire/steps.js';
import { answered, questions } from './questions.js';

const fresh = newDraft('fresh', questions, 0);
const restored = (raw: unknown) => restoreDraft(raw, questions, true, fresh);

describe('a draft on the device', () => {
  it('comes back as it was kept', () => {
    const draft = { ...answered.statements(12, 15), openText: 'OT3', at: 'MI16', elapsedMs: 42_000 };
    draft.given = { ...draft.given, WORDS: { optionIds: ['w3', 'w7'] }, OT3: { text: 'so do I' } };
    expect(restored(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it('starts a new draft if the stored one is invalid', () => {
    for (const raw of [null, 'text', 7, [], {}, { clientKey: 'k' }, { clientKey: 1, given: {} }])
      expect(restored(raw)).toBe(fresh);
  });

  it('drops what no longer fits its question and keeps the rest, with the key it was opened under', () => {
    const given = {
      RELATION: { relation: 'NEIGHBOUR' },
      CLOSENESS: { scale: 5 },
      MI01: { scale: 6 },
      MI02: { scale: 2.5 },
      MI03: { scale: 5 },
      MI99: { scale: 3 },
      WORDS: { optionIds: ['w1', 'gone', 'w2', 'w3', 'w4', 'w5', 'w6'] },
    };
    const draft = restored({ clientKey: 'kept', openText: 'OT9', given, elapsedMs: -1, at: 4 });
    expect(draft.given).toEqual({ MI03: { scale: 5 }, WORDS: { optionIds: ['w1', 'w2', 'w3', 'w4', 'w5'] } });
    expect(draft).toMatchObject({ clientKey: 'kept', openText: 'OT1', elapsedMs: 0, at: null });
  });

  it('is sent without what was left out, and without the line of another question', () => {
    const draft = answered.statements(1, 2);
    draft.given = {
      ...draft.given,
      WORDS: { optionIds: [] },
      OT1: { text: '  ' },
      OT2: { text: 'not asked' },
    };
    expect(answerInputs(stepsOf(questions, 'OT1', true), draft)).toEqual([
      { questionId: 'MI01', scale: 4 },
      { questionId: 'MI02', cannotTell: true },
    ]);
    draft.given['OT1'] = { text: ' a line ' };
    expect(answerInputs(stepsOf(questions, 'OT1', true), draft).at(-1)).toEqual({
      questionId: 'OT1',
      text: 'a line',
    });
  });
});
