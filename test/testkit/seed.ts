import type { ApiClient } from '../../client/apiClient.js';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { type SignedIn, signIn } from '../../client/signIn.js';
import {
  CreateSurveyDocument,
  type Locale,
  PersonaChangedDocument,
} from '../../operations/generated/graphql.js';

let people = 0;

/** Someone new, signed in. */
export const someone = (url: string, name = 'Mina Park'): Promise<SignedIn> =>
  signIn(url, { email: `person-${process.pid}-${(people += 1)}@test.example`, name });

/** A new survey of the client's owner. */
export async function newSurvey(client: ApiClient, changes: { locale?: Locale; displayName?: string } = {}) {
  return (await client.run(CreateSurveyDocument, changes)).createSurvey.survey;
}

/** Three friends answer, one after the other. @returns their receipts */
export async function threeAnswers(url: string, slug: string): Promise<string[]> {
  const receipts: string[] = [];
  for (const view of threeFriends) receipts.push(await submitAnswers(url, slug, view));
  return receipts;
}

/** Every state of a persona up to and with the first of `last`. */
export async function statesUntil(client: ApiClient, personaId: string, last: string[]) {
  const states = [];
  for await (const { personaChanged } of client.follow(PersonaChangedDocument, { personaId })) {
    states.push(personaChanged);
    if (last.includes(personaChanged.status)) return states;
  }
  throw new Error('The subscription ended early.');
}
