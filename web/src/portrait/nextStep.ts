export interface NextStep {
  /** The firmness that comes next. */
  level: 'FAIR' | 'GOOD';
  /** How many more friends make it so. */
  friends: number;
}

/** What more friends would make of the likeness. @returns null when it is good already */
export function nextStep(until: { friendsUntilFair: number; friendsUntilGood: number }): NextStep | null {
  if (until.friendsUntilFair > 0) return { level: 'FAIR', friends: until.friendsUntilFair };
  return until.friendsUntilGood > 0 ? { level: 'GOOD', friends: until.friendsUntilGood } : null;
}
