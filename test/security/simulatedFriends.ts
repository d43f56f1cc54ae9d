import { answersOf, type FriendView } from '../../client/friends.js';
import type { AnswerInput } from '../../operations/generated/graphql.js';
import { scaleItems, wordIds } from '../../src/measurement/questionnaire/items.js';
import { seededRandom } from '../measurement/seededRandom.js';

const relations = ['FRIEND', 'FAMILY', 'PARTNER', 'CLASSMATE', 'COLLEAGUE', 'OTHER'] as const;
const lines = [
  'Keeps a spare umbrella for whoever forgot theirs, every single time.',
  'Laughs before the end of every joke and then tells it again from the start.',
  'When the plan breaks, makes tea first and a list of everything second.',
  'Says "five more minutes" and means an hour with the old records on.',
  '약속에 늦어도 꼭 따뜻한 커피를 두 잔 사 들고 와요.',
  '道に迷うと、いつも知らない人と友だちになって帰ってくる。',
];

/** A friend, and a trait of which they cannot tell. */
export interface SimulatedFriend extends FriendView {
  cannotTell?: keyof FriendView['traits'];
}

/** What a friend answers, with "I can't tell" where they cannot. */
export const simulatedAnswers = (friend: SimulatedFriend): AnswerInput[] =>
  answersOf(friend).map((given) =>
    scaleItems.some(({ id, trait }) => id === given.questionId && trait === friend.cannotTell)
      ? { questionId: given.questionId, cannotTell: true }
      : given,
  );

/** Friends who see one person each in their own way; the same seed gives the same friends. */
export function simulatedFriends(seed: number, count: number): SimulatedFriend[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, index) => ({
    relation: pick(relations),
    closeness: 1 + Math.floor(random() * 4),
    traits: {
      E: 1 + 4 * random(),
      A: 1 + 4 * random(),
      C: 1 + 4 * random(),
      N: 1 + 4 * random(),
      I: 1 + 4 * random(),
    },
    words: [...new Set(Array.from({ length: 5 }, () => pick(wordIds)))],
    ...(random() < 0.4 ? { cannotTell: pick(['N', 'I', 'A'] as const) } : {}),
    ...(index % 2 === 0 ? { line: lines[(index / 2 + seed) % lines.length] } : {}),
  }));
}
