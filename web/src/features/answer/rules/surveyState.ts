import type { SurveyStatus } from '../../../api/generated/schema';
import type { Place } from '../../../questionnaire/navigation';
import type { Refusal } from './responseRetry';

type SurveyState = 'loading' | 'failed' | 'stopped' | 'sending' | 'waiting' | 'intro' | 'step' | 'few';

export interface SurveyFacts {
  /** The state of this device's response, if there is one. */
  pending: { state: 'waiting' } | { state: 'refused'; code: Refusal } | null;
  isSending: boolean;
  /**
   * Whether the receipt was stored when the page was opened (`stored`) or has just arrived (`fresh`); null if
   * there is none.
   */
  receipt: 'stored' | 'fresh' | null;
  /** Set if loading the survey has failed. */
  failureCode: string | undefined;
  /** Undefined until the survey and the messages of its language are loaded. */
  status: SurveyStatus | undefined;
  /** Whether the survey is about the viewer. */
  isOwn: boolean;
  place: Place['at'];
}

/** What a survey's page shows. A response of this device takes precedence over the state of the survey. */
export function surveyState(facts: SurveyFacts): { state: SurveyState; why?: Refusal | 'ANSWERED' } {
  const { pending, receipt, failureCode, status, place } = facts;
  if (pending?.state === 'waiting') return { state: facts.isSending ? 'sending' : 'waiting' };
  if (receipt === 'stored') return { state: 'stopped', why: 'ANSWERED' };
  // The page is about to change to the thanks page.
  if (receipt === 'fresh') return { state: 'sending' };
  if (pending !== null) return { state: 'stopped', why: pending.code };
  if (failureCode === 'NOT_FOUND') return { state: 'stopped', why: 'NOT_FOUND' };
  if (failureCode !== undefined) return { state: 'failed' };
  if (status === undefined) return { state: 'loading' };
  if (facts.isOwn) return { state: 'stopped', why: 'FORBIDDEN' };
  if (status === 'CLOSED') return { state: 'stopped', why: 'SURVEY_CLOSED' };
  return { state: place === 'end' ? 'step' : place };
}
