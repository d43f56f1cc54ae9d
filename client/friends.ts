import { randomUUID } from 'node:crypto';
import {
  type AnswerInput,
  type Relation,
  SubmitResponseDocument,
  type SubmitResponseInput,
} from '../operations/generated/graphql.js';
import { ApiClient } from './apiClient.js';

/** How a friend sees the owner: one number per trait, 1 (not at all) to 5 (very much), and five words. */
export interface FriendView {
  relation: Relation;
  closeness: number;
  traits: Record<'E' | 'A' | 'C' | 'N' | 'I', number>;
  words: string[];
  line?: string;
}

const reversed = new Set([6, 7, 8, 9, 10, 15, 16, 17, 18, 19, 20]);
/** The trait of each item, MI01 to MI20. */
const order = 'EACNIEACNIEACNIEACNI'.split('') as (keyof FriendView['traits'])[];

/** The questionnaire answers of a friend with this view. */
export function answersOf(view: FriendView): AnswerInput[] {
  const scales: AnswerInput[] = order.map((trait, index) => {
    const item = index + 1;
    const score = Math.min(5, Math.max(1, Math.round(view.traits[trait])));
    return {
      questionId: `MI${String(item).padStart(2, '0')}`,
      scale: reversed.has(item) ? 6 - score : score,
    };
  });
  const words: AnswerInput[] =
    view.words.length === 0 ? [] : [{ questionId: 'WORDS', optionIds: view.words }];
  const line: AnswerInput[] = view.line === undefined ? [] : [{ questionId: 'OT1', text: view.line }];
  return [...scales, ...words, ...line];
}

/** Three friends who see the same person slightly differently, for the demo and as a basis for tests. */
export const threeFriends: FriendView[] = [
  {
    relation: 'FRIEND',
    closeness: 4,
    traits: { E: 4.4, A: 4.6, C: 2.2, N: 2.1, I: 4.8 },
    words: ['funny', 'curious', 'warm', 'imaginative', 'playful'],
    line: 'starts three projects before breakfast',
  },
  {
    relation: 'COLLEAGUE',
    closeness: 2,
    traits: { E: 3.6, A: 4.2, C: 2.8, N: 2.0, I: 5 },
    words: ['curious', 'clever', 'imaginative', 'kind', 'calm'],
  },
  {
    relation: 'FAMILY',
    closeness: 4,
    traits: { E: 4.1, A: 3.9, C: 1.6, N: 3.2, I: 4.5 },
    words: ['funny', 'curious', 'imaginative', 'loyal', 'warm'],
  },
];

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
