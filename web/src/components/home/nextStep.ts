import type { PersonaStatus, SurveyStatus } from '../../graphql/generated/schema';

interface Mine {
  id: string;
  status: SurveyStatus;
  persona: { status: PersonaStatus };
}

/** A subscription each: more than these would be more than anybody looks at. */
const MOST_FOLLOWED = 5;

/** The one survey whose mirror is not there yet, if it is the only one: the way to it is what the page is for. */
export function soleUnfinished<Survey extends Mine>(surveys: readonly Survey[]): Survey | undefined {
  const [only, ...others] = surveys.filter(({ persona }) => persona.status !== 'READY');
  return others.length === 0 ? only : undefined;
}

/** The surveys whose counts are followed live: the first few that take answers or are being made. */
export function followed(surveys: readonly Mine[]): Set<string> {
  const moving = surveys.filter(({ status, persona }) => status === 'OPEN' || persona.status !== 'READY');
  return new Set(moving.slice(0, MOST_FOLLOWED).map(({ id }) => id));
}
