import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { edgesOfPage, listOf } from '../../queryCost.js';
import { createEnum, registerDescribedEnum } from '../describeEnum.js';
import { PageInfo } from '../PageInfo.js';

const ComparisonStatus = createEnum('INVITED', 'AGREED', 'RESTING');
type ComparisonStatus = keyof typeof ComparisonStatus;
const CompatibilityLabel = createEnum('MIRROR', 'KINDRED', 'COMPLEMENT', 'CONTRAST');
type CompatibilityLabel = keyof typeof CompatibilityLabel;

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

@ObjectType('ComparedPersona', { description: "The viewer's own side of a comparison." })
class ComparedPersonaType {
  @Field(() => ID, { description: "ID of the viewer's persona, for use with the `persona` query." })
  id!: string;

  @Field(() => String, { description: 'Name that the other owner sees.' })
  name!: string;
}

@ObjectType('ComparisonSharing', {
  description:
    'Who allows sharing the result of a comparison as a picture. While both do, each owner can download it from `/comparisons/:id/picture.png`.',
})
class ComparisonSharingType {
  @Field(() => Boolean, { description: 'Whether the viewer allows it.' })
  byMe!: boolean;

  @Field(() => Boolean, { description: 'Whether the other owner allows it.' })
  byOther!: boolean;
}

@ObjectType('ComparisonInvitation', {
  description: 'An open invitation to compare personas, as anyone with its link sees it.',
})
export class ComparisonInvitationType {
  @Field(() => String, { description: 'Name of the inviter, as their friends see it.' })
  inviterName!: string;
}

@ObjectType('Comparison', {
  description:
    'A comparison of two personas whose owners both agreed to it. Neither owner can see anything else about the other.',
})
export class ComparisonType {
  @Field(() => ID, { description: 'Unique, opaque identifier.' })
  id!: string;

  @Field(() => ComparisonStatus, { description: 'Status of the comparison.' })
  status!: ComparisonStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'Code that the other owner passes to `acceptComparison`. Valid for one acceptance. Visible to the inviter only. Null unless the status is `INVITED`.',
  })
  code!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Invitation link to share with the other owner. Visible to the inviter only. Null unless the status is `INVITED`.',
  })
  url!: string | null;

  @Field(() => ComparedPersonaType, { description: "The viewer's persona." })
  mine!: ComparedPersonaType;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the other person, as their friends see it. Null while the status is `INVITED`.',
  })
  theirName!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Compatibility score, 0 to 100, where 100 is the same profile. Compares the versions that were shown when the invitation was accepted, relative to the norm. The same for both owners. Null unless the status is `AGREED`.',
  })
  score!: number | null;

  @Field(() => CompatibilityLabel, {
    nullable: true,
    description: 'The score as a label. Null unless the status is `AGREED`.',
  })
  label!: CompatibilityLabel | null;

  @Field(() => [String], {
    complexity: listOf(5),
    description:
      "Sentences that explain the score, in the language of the viewer's persona: first what the two personas share, then what sets them apart. Empty unless the status is `AGREED`.",
  })
  reasons!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'Version of the computation. The same version and the same two personas always give the same score. Null unless the status is `AGREED`.',
  })
  computedWith!: string | null;

  @Field(() => ComparisonSharingType, {
    nullable: true,
    description: 'Who allows sharing the result as a picture. Null while the status is `INVITED`.',
  })
  sharing!: ComparisonSharingType | null;
}

@ObjectType({ description: 'A comparison in a list.' })
export class ComparisonEdge {
  @Field(() => String, { description: 'Opaque cursor of this item, for use as `after`.' })
  cursor!: string;

  @Field(() => ComparisonType, { description: 'The comparison.' })
  node!: ComparisonType;
}

@ObjectType({ description: 'A page of comparisons, newest first.' })
export class ComparisonConnection {
  @Field(() => [ComparisonEdge], {
    complexity: edgesOfPage,
    description: 'Comparisons on this page, newest first.',
  })
  edges!: ComparisonEdge[];

  @Field(() => PageInfo, { description: 'Position of this page in the list.' })
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'Result of `inviteToCompare`.' })
export class InviteToComparePayload {
  @Field(() => ComparisonType, { description: 'The comparison, with status `INVITED` and its code.' })
  comparison!: ComparisonType;
}

@ObjectType({ description: 'Result of `acceptComparison`.' })
export class AcceptComparisonPayload {
  @Field(() => ComparisonType, { description: 'The comparison, as the viewer sees it.' })
  comparison!: ComparisonType;
}

@ObjectType({ description: 'Result of `allowSharingComparison`.' })
export class AllowSharingComparisonPayload {
  @Field(() => ComparisonType, { description: 'The comparison, as the viewer sees it.' })
  comparison!: ComparisonType;
}

@ObjectType({ description: 'Result of `endComparison`.' })
export class EndComparisonPayload {
  @Field(() => ID, { description: 'ID of the deleted comparison.' })
  comparisonId!: string;
}

@InputType({ description: 'Input for `inviteToCompare`.' })
export class InviteToCompareInput {
  @Field(() => ID, {
    description: "ID of one of the viewer's personas. It must be `READY` and not a practice persona.",
  })
  personaId!: string;
}

@InputType({ description: 'Input for `acceptComparison`.' })
export class AcceptComparisonInput {
  @Field(() => String, {
    description: 'Code of the invitation, which is the last part of the invitation link.',
  })
  code!: string;

  @Field(() => ID, {
    description: "ID of one of the viewer's personas. It must be `READY` and not a practice persona.",
  })
  personaId!: string;
}

@InputType({ description: 'Input for `allowSharingComparison`.' })
export class AllowSharingComparisonInput {
  @Field(() => ID, { description: 'ID of the comparison. Both owners must have agreed to compare.' })
  comparisonId!: string;

  @Field(() => Boolean, { description: 'Whether the viewer allows sharing the result as a picture.' })
  allowed!: boolean;
}

@InputType({ description: 'Input for `endComparison`.' })
export class EndComparisonInput {
  @Field(() => ID, { description: 'ID of the comparison.' })
  comparisonId!: string;
}
