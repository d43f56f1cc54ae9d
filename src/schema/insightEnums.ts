import { registerDescribedEnum } from './describeEnum.js';
import { createEnum } from './enumOf.js';

export const BlindSpotStrength = createEnum('CLEAR', 'HINT');
export type BlindSpotStrength = keyof typeof BlindSpotStrength;
export const FriendsSee = createEnum('HIGHER', 'LOWER');
export type FriendsSee = keyof typeof FriendsSee;
export const Judge = createEnum('SELF_KNOWS_BEST', 'FRIENDS_JUDGE_WELL', 'EQUAL');
export type Judge = keyof typeof Judge;
export const ChangeDirection = createEnum('UP', 'DOWN');
export type ChangeDirection = keyof typeof ChangeDirection;

registerDescribedEnum(
  'BlindSpotStrength',
  BlindSpotStrength,
  'How certain it is that friends see a trait differently than the owner does.',
  {
    CLEAR: 'More than chance explains with so few friends and questions. It can be stated as a fact.',
    HINT: 'Possible. Phrase it as a question. At most one trait is a hint.',
  },
);
registerDescribedEnum(
  'FriendsSee',
  FriendsSee,
  'How friends see a trait, compared with how the owner sees it.',
  {
    HIGHER: 'Friends see more of the trait.',
    LOWER: 'Friends see less of the trait.',
  },
);
registerDescribedEnum(
  'Judge',
  Judge,
  'Who usually judges a trait better, according to research and not to the answers about this person.',
  {
    SELF_KNOWS_BEST: 'The person themselves.',
    FRIENDS_JUDGE_WELL: 'Friends.',
    EQUAL: 'Both equally well.',
  },
);
registerDescribedEnum('ChangeDirection', ChangeDirection, 'Direction of a change.', {
  UP: 'More than before.',
  DOWN: 'Less than before.',
});
