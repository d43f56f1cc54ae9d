import type { RarityTier } from '../../../api/generated/schema';

interface NextFirmness {
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

/**
 * How many of 100 people have a profile of each rarity, the commonest first. These are the published
 * thresholds of the scoring.
 */
export const rarityShares: readonly { tier: RarityTier; people: number }[] = [
  { tier: 'COMMON', people: 75 },
  { tier: 'RARE', people: 18 },
  { tier: 'EPIC', people: 6 },
  { tier: 'LEGENDARY', people: 1 },
];
