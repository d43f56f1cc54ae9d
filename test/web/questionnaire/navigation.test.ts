import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../web/src/questionnaire/drafts.js';
import {
  firstUnanswered,
  hashOf,
  placeAfter,
  placeOf,
  placeToResume,
} from '../../../web/src/questionnaire/navigation.js';
import { stepsOf } from '../../../web/src/questionnaire/steps.js';
import { answered, questions } from './questions.js';

const steps = stepsOf(questions, 'OT1', true);
const indexOf = (id: string): number => steps.findIndex((step) => step.id === id);
const at = (id: string) => ({ at: 'step', index: indexOf(id) });
const after = (draft: Draft, id: string) => placeAfter(steps, draft, indexOf(id));

describe('the navigation between questions', () => {
  it('has an address for every place', () => {
    const draft = answered.statements(20);
    for (const hash of ['', '#1', '#7', '#23']) expect(hashOf(placeOf(hash, steps, draft))).toBe(hash);
    const few = answered.statements(3);
    expect(hashOf(placeOf('#few', steps, few))).toBe('#few');
  });

  it('does not go past the first unanswered question, whatever the address says', () => {
    expect(placeOf('#20', steps, answered.statements(5, 5))).toEqual(at('MI06'));
    expect(placeOf('#99', steps, answered.statements(20))).toEqual(at('WORDS'));
    expect(placeOf('#few', steps, answered.statements(12, 20))).toEqual(at('WORDS'));
    expect(placeOf('#main', steps, answered.statements(5, 5))).toEqual({ at: 'intro' });
  });

  it('goes from question to question, and ends after the open question', () => {
    expect(after(answered.statements(1, 1), 'MI01')).toEqual(at('MI02'));
    expect(after(answered.statements(20), 'MI20')).toEqual(at('WORDS'));
    expect(after(answered.statements(20), 'WORDS')).toEqual(at('OT1'));
    expect(after(answered.statements(20), 'OT1')).toEqual({ at: 'end' });
  });

  it('leads to a second look if fewer than ten statements are rated, at the unrated ones only', () => {
    const draft = { ...answered.statements(8), isSecondLook: true };
    expect(after(answered.statements(8), 'MI20')).toEqual({ at: 'few' });
    expect(after(draft, 'MI09')).toEqual(at('MI10'));
    expect(after(draft, 'MI02')).toEqual(at('MI09'));
    expect(after(draft, 'MI20')).toEqual({ at: 'few' });
  });

  it('goes on to the words once enough statements are rated, without showing the rest again', () => {
    const draft = { ...answered.statements(10), isSecondLook: true };
    draft.given = { ...draft.given, MI20: { cannotTell: true } };
    expect(after(draft, 'MI20')).toEqual(at('WORDS'));
  });

  it('does not end if too few statements are left rated after going back', () => {
    expect(after(answered.statements(9), 'OT1')).toEqual({ at: 'few' });
  });

  it('resumes at the last question, and not at all if nothing was answered', () => {
    const draft = { ...answered.statements(10, 10), at: 'MI11' };
    expect(placeToResume(steps, draft)).toEqual(at('MI11'));
    expect(placeToResume(steps, { ...draft, at: 'MI05' })).toEqual(at('MI05'));
    expect(placeToResume(steps, { ...draft, at: 'MI18' })).toEqual(at('MI11'));
    expect(placeToResume(steps, { ...draft, at: null })).toBeNull();
  });

  it('counts "I can’t tell" as an answer', () => {
    expect(firstUnanswered(steps, answered.statements(2, 6))).toBe(indexOf('MI07'));
  });
});
