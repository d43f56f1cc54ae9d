import type { ApiClient } from '../../../client/apiClient.js';
import { newSurvey, statesUntil, threeAnswers } from '../../testkit/seed.js';

/** A mirror that three friends have made. @returns its id */
export async function readyMirror(client: ApiClient, url: string): Promise<string> {
  const survey = await newSurvey(client);
  await threeAnswers(url, survey.slug);
  await statesUntil(client, survey.persona.id, ['READY']);
  return survey.persona.id;
}
