/** How often a thing may be asked for: `points` within `seconds`, and a burst on top of it. */
interface Limit {
  /** Whose asking is counted: an address (IPv6 by its /64), or the key the caller names. */
  per: 'address' | 'survey' | 'user';
  points: number;
  seconds: number;
  burst?: { points: number; seconds: number };
}

/** All limits of the product, as data. */
export const limits = {
  signIn: { per: 'address', points: 10, seconds: 60 },
  refresh: { per: 'address', points: 60, seconds: 60 },
  // A family or a class behind one address answers within the same two minutes.
  submitPerAddress: { per: 'address', points: 10, seconds: 60, burst: { points: 20, seconds: 120 } },
  submitPerSurvey: { per: 'survey', points: 60, seconds: 60 },
  createSurvey: { per: 'user', points: 20, seconds: 3_600 },
  // Each is up to three calls of a model.
  retry: { per: 'user', points: 30, seconds: 3_600 },
  // Each is a persona to be written.
  practice: { per: 'user', points: 10, seconds: 3_600 },
  // Each is a call of a model; a talk is slower than this.
  chat: { per: 'user', points: 20, seconds: 60 },
  // Whoever is in need writes as often as people can.
  crisis: { per: 'user', points: 30, seconds: 60 },
  // Swiping, pinning, forgetting, stopping: quick fingers, no program.
  conversation: { per: 'user', points: 120, seconds: 60 },
  // Reads a whole conversation.
  export: { per: 'user', points: 10, seconds: 3_600 },
  // A receipt is a secret: guessing one is slow before it is hopeless.
  receipt: { per: 'address', points: 30, seconds: 60 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
