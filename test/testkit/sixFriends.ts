import type { FriendView } from '../../client/friends.js';

/**
 * Six friends in two circles, who agree on extraversion and are divided on conscientiousness. All of them
 * choose "curious"; only one each chooses "brave" and "deep".
 */
export const sixFriends: FriendView[] = [
  {
    relation: 'FAMILY',
    closeness: 4,
    traits: { E: 5, A: 4, C: 1, N: 2, I: 5 },
    words: ['curious', 'funny', 'warm', 'imaginative', 'brave'],
    line: 'paints the kitchen door every spring in another blue',
  },
  {
    relation: 'FAMILY',
    closeness: 4,
    traits: { E: 5, A: 4, C: 5, N: 2, I: 4 },
    words: ['curious', 'funny', 'kind', 'imaginative', 'calm'],
    line: 'calls everybody on the first day of snow',
  },
  {
    relation: 'FAMILY',
    closeness: 3,
    traits: { E: 5, A: 5, C: 1, N: 3, I: 5 },
    words: ['curious', 'funny', 'warm', 'kind', 'playful'],
    line: 'cooks far too much soup and feeds the whole street',
  },
  {
    relation: 'FRIEND',
    closeness: 3,
    traits: { E: 5, A: 4, C: 5, N: 2, I: 4 },
    words: ['curious', 'playful', 'calm', 'kind', 'deep'],
    line: 'knows the name of every dog in the park',
  },
  {
    relation: 'FRIEND',
    closeness: 4,
    traits: { E: 5, A: 5, C: 1, N: 2, I: 5 },
    words: ['curious', 'imaginative', 'warm', 'playful', 'calm'],
    line: 'sings the wrong words with full conviction',
  },
  {
    relation: 'FRIEND',
    closeness: 4,
    traits: { E: 5, A: 4, C: 5, N: 3, I: 5 },
    words: ['curious', 'imaginative', 'warm', 'kind', 'playful'],
    line: 'turns a walk to the shop into an expedition',
  },
];

/** A friend whose answers differ from all of theirs. */
export const stranger: FriendView = {
  relation: 'OTHER',
  closeness: 1,
  traits: { E: 1, A: 1, C: 3, N: 5, I: 1 },
  words: ['modest', 'precise', 'steady', 'patient', 'honest'],
};
