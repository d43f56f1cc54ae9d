import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiClient } from '../../client/apiClient.js';
import { type FriendView, submission } from '../../client/friends.js';
import type { Access } from './surely.js';
import { SubmitResponseDocument, type SubmitResponseInput } from '../../operations/generated/graphql.js';

/** What a friend knows of an answer: accepted with a receipt, or nothing certain yet. */
export interface Entry {
  surveyId: string;
  input: SubmitResponseInput;
  /** Null until a receipt has arrived. */
  receipt: string | null;
  /** Milliseconds since the epoch; null until then. */
  acceptedAt: number | null;
  /** How often it was sent without an answer that arrived. The server may have it. */
  unknown: number;
  /** How often it was refused by a clean error. */
  refused: number;
}

/** One acceptance: which API answered and when, in milliseconds since the epoch. */
export interface Acceptance {
  url: string;
  at: number;
}

const GIVE_UP_AFTER_MS = 8_000;
/** The pause before an answer is sent again doubles from about the first to about the second. */
const PAUSE_MS = { first: 300, longest: 5_000 };
/** Errors after which a friend sends the same answer again. No fault explains any other. */
const TEMPORARY = new Set(['SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR']);

/**
 * The memory of all friends together. It lives in the harness, which no fault touches, and is what the database is
 * compared with in the end.
 */
export class Ledger {
  readonly entries: Entry[] = [];
  readonly acceptances: Acceptance[] = [];
  /** How many answers were refused with which code. */
  readonly refusals = new Map<string, number>();
  /** Answers for which a second receipt differed from the first. */
  readonly changedReceipts: string[] = [];
  /** Refusals that no fault explains, for example of an answer with a new key as a duplicate. They are final. */
  readonly wrongRefusals: string[] = [];

  constructor(private readonly access: Omit<Access, 'signal'>) {}

  get accepted(): number {
    return this.acceptances.length;
  }

  /** Sends an answer, with the same key again and again, until it is accepted. */
  async submit(surveyId: string, slug: string, view: FriendView): Promise<void> {
    const { random } = this.access;
    const input = submission(slug, view, { clientKey: randomUUID() });
    const entry: Entry = { surveyId, input, receipt: null, acceptedAt: null, unknown: 0, refused: 0 };
    this.entries.push(entry);
    while (entry.receipt === null) {
      if (!(await this.#send(entry))) return;
      const pause = Math.min(PAUSE_MS.longest, PAUSE_MS.first * 2 ** (entry.unknown + entry.refused - 1));
      if (entry.receipt === null) await wait(pause * (0.5 + random()));
    }
    // Some apps miss a receipt that came and ask once more.
    if (random() < 0.03) await this.#send(entry);
  }

  /** @returns false if the answer is refused for good */
  async #send(entry: Entry): Promise<boolean> {
    const { urls, random } = this.access;
    const url = urls[Math.floor(random() * urls.length)] ?? '';
    const client = new ApiClient(url, undefined, { timeoutMs: GIVE_UP_AFTER_MS });
    try {
      const { data, errors } = await client.request(SubmitResponseDocument, { input: entry.input });
      const receipt = data?.submitResponse.receipt;
      if (receipt === undefined) {
        const code = String(errors[0]?.extensions?.['code']);
        this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
        entry.refused += 1;
        if (TEMPORARY.has(code)) return true;
        this.wrongRefusals.push(`answer ${entry.input.clientKey}: ${code}, ${errors[0]?.message}`);
        return false;
      }
      if (entry.receipt !== null && entry.receipt !== receipt) this.changedReceipts.push(receipt);
      if (entry.receipt === null) {
        entry.receipt = receipt;
        entry.acceptedAt = Date.now();
        this.acceptances.push({ url, at: entry.acceptedAt });
      }
    } catch {
      // No answer, a broken connection, or half an answer: only the server knows.
      entry.unknown += 1;
    }
    return true;
  }
}
