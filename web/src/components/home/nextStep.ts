import type { PersonaStatus, SurveyStatus } from '../../graphql/generated/schema';

interface ListedSurvey {
  id: string;
  status: SurveyStatus;
  persona: { status: PersonaStatus };
}

/** Each followed survey costs a subscription, and only the first few are in view. */
const MAX_FOLLOWED = 5;

/** The survey whose persona is not ready yet, if there is exactly one. The home page then puts it first. */
export function onlyUnfinishedSurvey<Survey extends ListedSurvey>(
  surveys: readonly Survey[],
): Survey | undefined {
  const [only, ...others] = surveys.filter(({ persona }) => persona.status !== 'READY');
  return others.length === 0 ? only : undefined;
}

/** The ids of the surveys to follow live: the first few that are open or whose persona is not ready. */
export function surveysToFollow(surveys: readonly ListedSurvey[]): Set<string> {
  const changing = surveys.filter(({ status, persona }) => status === 'OPEN' || persona.status !== 'READY');
  return new Set(changing.slice(0, MAX_FOLLOWED).map(({ id }) => id));
}
