import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../web/src/questionnaire/steps.js';
import { questions } from './questions.js';

describe('the steps of a survey', () => {
  it('are relation and closeness, twenty statements, the words and one open question', () => {
    const steps = stepsOf(questions, 'OT2', true).map(({ id }) => id);
    expect(steps).toHaveLength(24);
    expect(steps.slice(0, 3)).toEqual(['RELATION', 'CLOSENESS', 'MI01']);
    expect(steps.slice(-2)).toEqual(['WORDS', 'OT2']);
  });

  it('have no open question if none is chosen, and no relation if people answer about themselves', () => {
    expect(stepsOf(questions, null, true)).toHaveLength(23);
    expect(stepsOf(questions, null, false).map(({ id }) => id)[0]).toBe('MI01');
  });
});
