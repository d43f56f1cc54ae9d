import type { PersonaStatus, SurveyStatus } from '../../../api/generated/schema';

interface Listed {
  id: string;
  revision: number;
}

/**
 * Joins the pages of a list, keeping the newest revision of each item. Pages are read at different times, so
 * an item that was added in between can push another from one page to the next, where it appears twice.
 */
export function mergePages<Item extends Listed>(pages: readonly (readonly Item[])[]): Item[] {
  const joined = new Map<string, Item>();
  for (const item of pages.flat()) {
    const known = joined.get(item.id);
    if (known === undefined || item.revision > known.revision) joined.set(item.id, item);
  }
  return [...joined.values()];
}

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
