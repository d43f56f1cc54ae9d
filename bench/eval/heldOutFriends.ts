import type { Rating } from '../../src/measurement/answers.js';
import { itemScores } from '../../src/measurement/scoring/itemScores.js';
import type { ItemAnswers } from './figures/itemAnswers.js';
import type { RandomSource } from './people/randomSource.js';

/** One friend's answers and the other friends' forms. */
interface HeldOutFriend {
  answers: ItemAnswers;
  others: Rating[];
}

/** Holds out `count` randomly chosen friends, one at a time. */
export function heldOutFriends(
  friends: readonly Rating[],
  count: number,
  random: RandomSource,
): HeldOutFriend[] {
  return friends
    .map((friend, at) => ({
      friend,
      others: friends.filter((_, other) => other !== at),
      luck: random.next(),
    }))
    .toSorted((one, other) => one.luck - other.luck)
    .slice(0, count)
    .map(({ friend, others }) => ({
      others,
      answers: Object.fromEntries(itemScores(friend.answers).map(({ id, raw }) => [id, raw])),
    }));
}
