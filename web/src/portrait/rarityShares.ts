import type { RarityTier } from '../graphql/generated/schema';

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
