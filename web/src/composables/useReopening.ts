import { ReopenSurveyDocument } from '../graphql/generated/ReopenSurvey';
import { useAction } from './useAction';

/** Opens a closed survey again. */
export function useReopenSurvey(surveyId: () => string) {
  const { isBusy, failure, run } = useAction(ReopenSurveyDocument);
  return { isBusy, failure, reopen: () => run({ surveyId: surveyId() }) };
}
