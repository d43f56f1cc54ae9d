import { registerDescribedEnum } from './describeEnum.js';
import { createEnum } from './enumOf.js';

export const ComparisonStatus = createEnum('INVITED', 'AGREED', 'RESTING');
export type ComparisonStatus = keyof typeof ComparisonStatus;
export const CompatibilityLabel = createEnum('MIRROR', 'KINDRED', 'COMPLEMENT', 'CONTRAST');
export type CompatibilityLabel = keyof typeof CompatibilityLabel;

registerDescribedEnum('ComparisonStatus', ComparisonStatus, 'Status of a comparison.', {
  INVITED: 'Only the inviter has agreed. The code has not been used yet.',
  AGREED: 'Both owners agreed, and both personas can be compared.',
  RESTING:
    'Both owners agreed, but a compared version no longer exists because friends withdrew their responses. End the comparison and create a new invitation.',
});
registerDescribedEnum(
  'CompatibilityLabel',
  CompatibilityLabel,
  'How alike two profiles are, from most to least alike. No label is better than another.',
  {
    MIRROR: 'Score of 75 or more: the same profile, as if seen in a mirror.',
    KINDRED: 'Score from 55 to 74: similar profiles, each with features of its own.',
    COMPLEMENT: 'Score from 35 to 54: each has more of what the other has less of.',
    CONTRAST: 'Score below 35: opposite profiles.',
  },
);
