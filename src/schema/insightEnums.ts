import { describeEnum } from './describeEnum.js';
import { enumOf } from './enumOf.js';

export const BlindSpotStrength = enumOf('CLEAR', 'HINT');
export type BlindSpotStrength = keyof typeof BlindSpotStrength;
export const FriendsSee = enumOf('HIGHER', 'LOWER');
export type FriendsSee = keyof typeof FriendsSee;
export const Judge = enumOf('SELF_KNOWS_BEST', 'FRIENDS_JUDGE_WELL', 'EQUAL');
export type Judge = keyof typeof Judge;
export const ChangeDirection = enumOf('UP', 'DOWN');
export type ChangeDirection = keyof typeof ChangeDirection;

describeEnum('BlindSpotStrength', BlindSpotStrength, 'How surely friends see a trait otherwise.', {
  CLEAR: 'Beyond what so few friends and questions leave to chance: may be told.',
  HINT: 'Perhaps: may be asked, and is there for one trait at the most.',
});
describeEnum('FriendsSee', FriendsSee, 'How friends see a trait, beside the person’s own view.', {
  HIGHER: 'More of it.',
  LOWER: 'Less of it.',
});
describeEnum(
  'Judge',
  Judge,
  'Who usually judges a trait better: by research, not by this person’s answers.',
  {
    SELF_KNOWS_BEST: 'The person.',
    FRIENDS_JUDGE_WELL: 'Friends.',
    EQUAL: 'Both alike.',
  },
);
describeEnum('ChangeDirection', ChangeDirection, 'Which way something changed.', {
  UP: 'More than before.',
  DOWN: 'Less than before.',
});
