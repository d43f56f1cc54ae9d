/** A rate limit: `points` within `seconds`, plus an optional burst on top. */
interface Limit {
  /** What is counted: an address (IPv6 by its /64), or the key the caller passes. */
  per: 'address' | 'survey' | 'user';
  points: number;
  seconds: number;
  burst?: { points: number; seconds: number };
}

/** All rate limits of the product. */
export const limits = {
  signIn: { per: 'address', points: 10, seconds: 60 },
  refresh: { per: 'address', points: 60, seconds: 60 },
  // A family or a class behind one address may answer within the same two minutes.
  submitPerAddress: { per: 'address', points: 10, seconds: 60, burst: { points: 20, seconds: 120 } },
  submitPerSurvey: { per: 'survey', points: 60, seconds: 60 },
  createSurvey: { per: 'user', points: 20, seconds: 3_600 },
  // Each is up to three model calls.
  retry: { per: 'user', points: 30, seconds: 3_600 },
  // Each leads to a new persona version.
  practice: { per: 'user', points: 10, seconds: 3_600 },
  // Each is a model call. A conversation is slower than this.
  chat: { per: 'user', points: 20, seconds: 60 },
  // As fast as a person can write, so that someone in a crisis is not turned away.
  crisis: { per: 'user', points: 30, seconds: 60 },
  // Swiping, pinning, forgetting, stopping: enough for quick fingers, not for a program.
  conversation: { per: 'user', points: 120, seconds: 60 },
  // Reads a whole conversation.
  export: { per: 'user', points: 10, seconds: 3_600 },
  // A receipt is a secret. Guessing one is hopeless, and this makes it slow as well.
  receipt: { per: 'address', points: 30, seconds: 60 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
