import { describe, expect, it } from 'vitest';
import { nextFirmness, rarityShares } from '../../../web/src/features/persona/rules/meters.js';

describe('the next firmness', () => {
  it('a low firmness names the friends until it is fair', () => {
    const step = nextFirmness({ friendsUntilFair: 2, friendsUntilGood: 5 });
    expect(step).toEqual({ level: 'FAIR', friends: 2 });
  });

  it('a fair firmness names the friends until it is good', () => {
    const step = nextFirmness({ friendsUntilFair: 0, friendsUntilGood: 2 });
    expect(step).toEqual({ level: 'GOOD', friends: 2 });
  });

  it('a good firmness needs no more friends', () => {
    expect(nextFirmness({ friendsUntilFair: 0, friendsUntilGood: 0 })).toBeNull();
  });
});

it('the rarities add up to a hundred people', () => {
  expect(rarityShares.reduce((sum, { people }) => sum + people, 0)).toBe(100);
});
