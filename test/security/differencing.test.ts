import { describe, expect, it } from 'vitest';
import { seededRandom } from '../measurement/seededRandom.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { guessLoudest } from './guessLoudest.js';
import { ownerRecords } from './ownerRecords.js';
import { type SimulatedFriend, simulatedFriends } from './simulatedFriends.js';

const test = useApp();
const owner = usePerson(test);

/** Friends in another order, each within the release that they come in. */
function reordered(friends: readonly SimulatedFriend[]): SimulatedFriend[] {
  const ends = [0, 3, 6, 10];
  return ends.slice(1).flatMap((end, at) => friends.slice(ends[at], end).toReversed());
}

describe('an owner who watches with full access', () => {
  it('reads the same before and after every answer that completes no release, but for the count', async () => {
    const { counts, after } = await ownerRecords(test, owner.client, simulatedFriends(1, 11));
    expect(counts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const changed = counts.filter((count) => count > 0 && after[count] !== after[count - 1]);
    expect(changed).toEqual([3, 6, 10]);
  });

  it('reads the same in whatever order the friends of a release answer', async () => {
    for (const seed of [2, 3]) {
      const friends = simulatedFriends(seed, 10);
      const [one, other] = await Promise.all([
        ownerRecords(test, owner.client, friends, 10),
        ownerRecords(test, owner.client, reordered(friends), 10),
      ]);
      expect(other.after).toEqual(one.after);
    }
  });

  it('guesses which friend of a release answered loudest, and what a friend just said, no better than chance', async () => {
    const rounds = 6;
    const random = seededRandom(5);
    const hits = { who: 0, what: 0 };
    const lots = { who: 0, what: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const friends = simulatedFriends(100 + round, 6).map((friend) => quiet(friend));
      const loudest = 3 + Math.floor(random() * 3);
      friends[loudest] = loud(friends[loudest]!);
      const lot = { who: 3 + Math.floor(random() * 3), what: random() < 0.5 };
      const guess = guessLoudest((await ownerRecords(test, owner.client, friends, 3)).after, lot);
      hits.who += Number(guess.who === loudest);
      hits.what += Number(guess.what === (loudest === 3));
      lots.who += Number(lot.who === loudest);
      lots.what += Number(lot.what === (loudest === 3));
    }
    // Chance itself, not only its rate: the records give the attacker nothing to depart from the lot by.
    expect(hits).toEqual(lots);
  });

  it('would know them at once if every answer were shown', () => {
    const random = seededRandom(6);
    let hits = 0;
    for (let round = 0; round < 50; round += 1) {
      const loudest = 3 + Math.floor(random() * 3);
      const shown = Array.from({ length: 7 }, (_, count) =>
        JSON.stringify({ score: 50 + (count > loudest ? 20 : count) }),
      );
      hits += Number(guessLoudest(shown, { who: 3, what: false }).who === loudest);
    }
    expect(hits).toBe(50);
  });
});

const quiet = (friend: SimulatedFriend): SimulatedFriend => ({
  ...friend,
  traits: { E: 2, A: 3, C: 3, N: 3, I: 3 },
  words: ['calm'],
});
const loud = (friend: SimulatedFriend): SimulatedFriend => ({
  ...friend,
  traits: { E: 5, A: 5, C: 5, N: 1, I: 5 },
  words: ['outgoing', 'bold', 'funny', 'brave', 'clever'],
});
