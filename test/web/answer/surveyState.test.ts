import { describe, expect, it } from 'vitest';
import { type SurveyFacts, surveyState } from '../../../web/src/features/answer/rules/surveyState.js';

const open: SurveyFacts = {
  pending: null,
  isSending: false,
  receipt: null,
  failureCode: undefined,
  status: 'OPEN',
  isOwn: false,
  place: 'step',
};
const shown = (facts: Partial<SurveyFacts>) => surveyState({ ...open, ...facts });

describe("a survey's page", () => {
  it('shows the questions of an open survey', () => {
    expect(shown({})).toEqual({ state: 'step' });
    expect(shown({ place: 'few' })).toEqual({ state: 'few' });
    expect(shown({ status: undefined })).toEqual({ state: 'loading' });
  });

  it('shows the state of a response before the state of the survey', () => {
    const pending = { state: 'waiting' } as const;
    const lost = { status: undefined, failureCode: 'OFFLINE' };
    expect(shown({ ...lost, pending })).toEqual({ state: 'waiting' });
    expect(shown({ status: 'CLOSED', pending, isSending: true })).toEqual({ state: 'sending' });
    expect(shown({ status: 'CLOSED', receipt: 'stored' })).toEqual({ state: 'stopped', why: 'ANSWERED' });
    expect(shown({ receipt: 'fresh' })).toEqual({ state: 'sending' });
    expect(shown({ pending: { state: 'refused', code: 'CONTENT_REJECTED' } }).why).toBe('CONTENT_REJECTED');
  });

  it('gives the reason if the survey cannot be answered', () => {
    expect(shown({ status: 'CLOSED' }).why).toBe('SURVEY_CLOSED');
    expect(shown({ status: undefined, failureCode: 'NOT_FOUND' }).why).toBe('NOT_FOUND');
    expect(shown({ isOwn: true }).why).toBe('FORBIDDEN');
    expect(shown({ status: undefined, failureCode: 'OFFLINE' })).toEqual({ state: 'failed' });
  });
});
