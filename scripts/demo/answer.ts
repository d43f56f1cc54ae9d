import { randomUUID } from 'node:crypto';
import { SubmitResponseDocument, type SubmitResponseInput } from '../../operations/generated/graphql.js';
import { ApiClient } from './apiClient.js';
import { answersOf, type FriendView } from './friends.js';

/**
 * The input that the app sends for a friend: a key for the response, a token for the device, and the answers.
 */
export const submission = (
  slug: string,
  view: FriendView,
  changes: Partial<SubmitResponseInput> = {},
): SubmitResponseInput => ({
  slug,
  clientKey: randomUUID(),
  fingerprint: randomUUID(),
  relation: view.relation,
  closeness: view.closeness,
  elapsedMs: 90_000,
  answers: answersOf(view),
  ...changes,
});

/** Answers a survey as a friend does, without a sign-in. @returns the receipt */
export async function submitAnswers(url: string, slug: string, view: FriendView): Promise<string> {
  const { submitResponse } = await new ApiClient(url).run(SubmitResponseDocument, {
    input: submission(slug, view),
  });
  return submitResponse.receipt;
}
