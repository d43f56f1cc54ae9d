export interface NextFirmness {
  /** The next level of firmness. */
  level: 'FAIR' | 'GOOD';
  /** How many more friends are needed. */
  friends: number;
}

/**
 * The firmness that answers of more friends would reach.
 * @returns null if it is good already
 */
export function nextFirmness(until: {
  friendsUntilFair: number;
  friendsUntilGood: number;
}): NextFirmness | null {
  if (until.friendsUntilFair > 0) return { level: 'FAIR', friends: until.friendsUntilFair };
  return until.friendsUntilGood > 0 ? { level: 'GOOD', friends: until.friendsUntilGood } : null;
}
