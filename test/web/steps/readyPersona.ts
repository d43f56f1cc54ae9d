import type { ApiClient } from '../../../client/apiClient.js';
import { newSurvey, statesUntil, threeAnswers } from '../../testkit/seed.js';

/** A READY persona of a new survey with three responses. @returns its id */
export async function readyPersona(client: ApiClient, url: string): Promise<string> {
  const survey = await newSurvey(client);
  await threeAnswers(url, survey.slug);
  await statesUntil(client, survey.persona.id, ['READY']);
  return survey.persona.id;
}
