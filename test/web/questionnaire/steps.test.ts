import { describe, expect, it } from 'vitest';
import { newDraft } from '../../../web/src/questionnaire/drafts.js';
import { stepsOf } from '../../../web/src/questionnaire/steps.js';
import { answered, questions } from './questions.js';

describe('the steps of a survey', () => {
  it('are who we are to each other, twenty statements, the words and one line', () => {
    const steps = stepsOf(questions, 'OT2', true).map(({ id }) => id);
    expect(steps).toHaveLength(24);
    expect(steps.slice(0, 3)).toEqual(['RELATION', 'CLOSENESS', 'MI01']);
    expect(steps.slice(-2)).toEqual(['WORDS', 'OT2']);
  });

  it('leave the line out where none is asked, and what is between friends where people answer about themselves', () => {
    expect(stepsOf(questions, null, true)).toHaveLength(23);
    expect(stepsOf(questions, null, false).map(({ id }) => id)[0]).toBe('MI01');
  });

  it('ask one random open question, and none where the survey has none', () => {
    const drawn = [0, 0.34, 0.67, 0.999].map((random) => newDraft('key', questions, random).openText);
    expect(drawn).toEqual(['OT1', 'OT2', 'OT3', 'OT3']);
    expect(newDraft('key', answered.withoutTexts, 0.5).openText).toBeNull();
  });
});
