import type { ApiClient } from '../../client/apiClient.js';
import { type FriendView, submitAnswers, threeFriends } from '../../client/friends.js';
import { type SignedIn, signIn } from '../../client/signIn.js';
import {
  CreateSurveyDocument,
  type Locale,
  PersonaChangedDocument,
} from '../../operations/generated/graphql.js';

let people = 0;

/** An e-mail address of no other person of this run. */
export const newEmail = (): string => `person-${process.pid}-${(people += 1)}@test.example`;

/** Someone new, signed in. */
export const someone = (url: string, name = 'Mina Park'): Promise<SignedIn> =>
  signIn(url, { email: newEmail(), name });

/** A new survey of the client's owner. */
export async function newSurvey(client: ApiClient, changes: { locale?: Locale; displayName?: string } = {}) {
  return (await client.run(CreateSurveyDocument, changes)).createSurvey.survey;
}

/** Friends answer, one after the other. @returns their receipts */
export async function submitAll(url: string, slug: string, views: readonly FriendView[]): Promise<string[]> {
  const receipts: string[] = [];
  for (const view of views) receipts.push(await submitAnswers(url, slug, view));
  return receipts;
}

/** Three friends answer, one after the other. @returns their receipts */
export const threeAnswers = (url: string, slug: string): Promise<string[]> =>
  submitAll(url, slug, threeFriends);

/** Every state of a persona up to and with the first of `last`. */
export async function statesUntil(client: ApiClient, personaId: string, last: string[]) {
  const states = [];
  for await (const { personaChanged } of client.follow(PersonaChangedDocument, { personaId })) {
    states.push(personaChanged);
    if (last.includes(personaChanged.status)) return states;
  }
  throw new Error('The subscription ended early.');
}
