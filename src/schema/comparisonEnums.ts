import { describeEnum } from './describeEnum.js';
import { enumOf } from './enumOf.js';

export const ComparisonStatus = enumOf('INVITED', 'AGREED', 'RESTING');
export type ComparisonStatus = keyof typeof ComparisonStatus;
export const CompatibilityLabel = enumOf('MIRROR', 'KINDRED', 'COMPLEMENT', 'CONTRAST');
export type CompatibilityLabel = keyof typeof CompatibilityLabel;

describeEnum('ComparisonStatus', ComparisonStatus, 'Where a comparison stands.', {
  INVITED: 'Only its inviter has agreed: the code waits for somebody.',
  AGREED: 'Both owners agreed, and both personas can be compared.',
  RESTING:
    'Both owners agreed, but a version that was compared is gone: friends took answers back. End it, and invite again.',
});
describeEnum(
  'CompatibilityLabel',
  CompatibilityLabel,
  'How two profiles lie to each other, from alike to unlike. None is praise or blame.',
  {
    MIRROR: '75 and up: the same profile, as if seen in a mirror.',
    KINDRED: '55 to 74: of one family, with features of their own.',
    COMPLEMENT: '35 to 54: each has what the other has less of.',
    CONTRAST: 'Below 35: turned opposite ways.',
  },
);
