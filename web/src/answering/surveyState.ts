import type { SurveyStatus } from '../graphql/generated/schema';
import type { Refusal } from './afterFailure';
import type { Place } from './way';

export type SurveyState = 'loading' | 'failed' | 'stopped' | 'sending' | 'waiting' | 'intro' | 'step' | 'few';

export interface SurveyFacts {
  /** What became of this device's response, if there is one. */
  posted: { state: 'waiting' } | { state: 'refused'; code: Refusal } | null;
  isSending: boolean;
  /** A receipt that was here when the page was opened, one that has just come, or none. */
  receipt: 'kept' | 'fresh' | null;
  /** Code of the failure of loading the survey, once it has failed. */
  failed: string | undefined;
  /** Undefined until the survey is there, in a language that can be shown. */
  status: SurveyStatus | undefined;
  /** Whether it is about the reader. */
  isOwn: boolean;
  place: Place['at'];
}

/** What a survey's page shows. What this device has sent already goes before whatever has become of the survey. */
export function surveyState(facts: SurveyFacts): { state: SurveyState; why?: Refusal | 'ANSWERED' } {
  const { posted, receipt, failed, status, place } = facts;
  if (posted?.state === 'waiting') return { state: facts.isSending ? 'sending' : 'waiting' };
  if (receipt === 'kept') return { state: 'stopped', why: 'ANSWERED' };
  // On its way to the thanks.
  if (receipt === 'fresh') return { state: 'sending' };
  if (posted !== null) return { state: 'stopped', why: posted.code };
  if (failed === 'NOT_FOUND') return { state: 'stopped', why: 'NOT_FOUND' };
  if (failed !== undefined) return { state: 'failed' };
  if (status === undefined) return { state: 'loading' };
  if (facts.isOwn) return { state: 'stopped', why: 'FORBIDDEN' };
  if (status === 'CLOSED') return { state: 'stopped', why: 'SURVEY_CLOSED' };
  return { state: place === 'end' ? 'step' : place };
}
