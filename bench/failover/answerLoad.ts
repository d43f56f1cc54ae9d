import { setTimeout as delay } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { ApiClient } from '../../client/apiClient.js';
import { submission, threeFriends } from '../../client/friends.js';
import type { SignedIn } from '../../client/signIn.js';
import { SubmitResponseDocument } from '../../operations/generated/graphql.js';
import { newSurvey } from '../../test/testkit/seed.js';

/** What one friend was told. */
interface Entry {
  /** The number of the friend, from 0. */
  friend: number;
  clientKey: string;
  receipt: string;
  /** When the request that was accepted was sent, and when its answer arrived, in ms of performance.now(). */
  sentAt: number;
  acceptedAt: number;
  attempts: number;
}

/** Friends who answer all the time, each as often as necessary with the same key. */
export interface AnswerLoad {
  /** How many answer at the same time. */
  friends: number;
  /** Every accepted answer, in order of acceptance. */
  ledger: Entry[];
  /** Other answers than a receipt or 503, for example a failed connection to the API. */
  refusals: Map<string, number>;
  /** Resolves when the last answer is accepted. */
  stop(): Promise<void>;
}

const RETRY_MS = 100;

export async function startAnswerLoad(
  url: string,
  owner: SignedIn,
  { friends, surveys }: { friends: number; surveys: number },
): Promise<AnswerLoad> {
  const slugs: string[] = [];
  for (let count = 0; count < surveys; count += 1) slugs.push((await newSurvey(owner.client)).slug);
  const ledger: Entry[] = [];
  const refusals = new Map<string, number>();
  let isStopping = false;
  let next = 0;

  async function answer(client: ApiClient, friend: number): Promise<void> {
    const input = submission(
      slugs[(next += 1) % slugs.length] ?? '',
      threeFriends[next % 3] ?? threeFriends[0]!,
    );
    for (let attempts = 1; ; attempts += 1) {
      const sentAt = performance.now();
      const answered = await client.request(SubmitResponseDocument, { input }).catch(() => undefined);
      const receipt = answered?.data?.submitResponse.receipt;
      if (receipt !== undefined) {
        ledger.push({
          friend,
          clientKey: String(input.clientKey),
          receipt: String(receipt),
          sentAt,
          acceptedAt: performance.now(),
          attempts,
        });
        return;
      }
      const what =
        answered === undefined ? 'no answer' : (codeOf(answered.errors) ?? String(answered.status));
      refusals.set(what, (refusals.get(what) ?? 0) + 1);
      await delay(RETRY_MS);
    }
  }
  const running = Array.from({ length: friends }, async (_, friend) => {
    const client = new ApiClient(url);
    while (!isStopping) await answer(client, friend);
  });
  return {
    friends,
    ledger,
    refusals,
    async stop() {
      isStopping = true;
      await Promise.all(running);
    },
  };
}

function codeOf([error]: readonly GraphQLFormattedError[]): string | undefined {
  const code = error?.extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

/**
 * How long a fault disturbed the answers, in ms from the fault on: until the first answer whose request was sent
 * after it is accepted, and until that is so for every friend.
 */
export async function untilAccepted(
  { ledger, friends }: AnswerLoad,
  faultAt: number,
): Promise<{ first: number; all: number }> {
  for (;;) {
    const later = Map.groupBy(
      ledger.filter(({ sentAt }) => sentAt > faultAt),
      ({ friend }) => friend,
    );
    const firsts = [...later.values()].map(([entry]) => (entry?.acceptedAt ?? 0) - faultAt);
    if (firsts.length === friends) return { first: Math.min(...firsts), all: Math.max(...firsts) };
    await delay(10);
  }
}
