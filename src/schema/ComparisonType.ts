import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ComparisonStatus, CompatibilityLabel } from './comparisonEnums.js';
import { PageInfo } from './PageInfo.js';

@ObjectType('ComparedPersona', { description: 'The viewer’s own side of a comparison.' })
export class ComparedPersonaType {
  @Field(() => ID, { description: 'Which of the viewer’s personas; all of it is at persona(id).' })
  id!: string;

  @Field(() => String, { description: 'The name that the other owner reads.' })
  name!: string;
}

@ObjectType('Comparison', {
  description:
    'Two personas whose owners both agreed to be compared. Beyond this, neither is told anything of the other.',
})
export class ComparisonType {
  @Field(() => ID, { description: 'Stable, opaque.' })
  id!: string;

  @Field(() => ComparisonStatus, { description: 'Where it stands.' })
  status!: ComparisonStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Good for one acceptance; only its inviter reads it, while INVITED.',
  })
  code!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The link to hand over; only the inviter reads it, while INVITED.',
  })
  url!: string | null;

  @Field(() => ComparedPersonaType, { description: 'The viewer’s persona.' })
  mine!: ComparedPersonaType;

  @Field(() => String, {
    nullable: true,
    description: 'What friends call the other person; null while INVITED.',
  })
  theirName!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '0 to 100; 100 is the same profile. Of both personas as they are shown now, with what all people share removed; the same for both owners. Null unless AGREED.',
  })
  score!: number | null;

  @Field(() => CompatibilityLabel, {
    nullable: true,
    description: 'The score in a word; null unless AGREED.',
  })
  label!: CompatibilityLabel | null;

  @Field(() => [String], {
    description:
      'What brings the two together and what sets them apart, in the language of the viewer’s persona. Empty unless AGREED.',
  })
  reasons!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Version of the computation: it and the same two personas give the same score again.',
  })
  computedWith!: string | null;
}

@ObjectType({ description: 'A comparison in a list.' })
export class ComparisonEdge {
  @Field(() => String, { description: 'Opaque position in the list.' })
  cursor!: string;

  @Field(() => ComparisonType, { description: 'The comparison.' })
  node!: ComparisonType;
}

@ObjectType({ description: 'A page of comparisons, newest first.' })
export class ComparisonConnection {
  @Field(() => [ComparisonEdge], { description: 'The comparisons of this page.' })
  edges!: ComparisonEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'The invitation.' })
export class InviteToComparePayload {
  @Field(() => ComparisonType, { description: 'INVITED, with its code; the same again while it is open.' })
  comparison!: ComparisonType;
}

@ObjectType({ description: 'The comparison that was agreed to.' })
export class AcceptComparisonPayload {
  @Field(() => ComparisonType, { description: 'As the accepter reads it.' })
  comparison!: ComparisonType;
}

@ObjectType({ description: 'The comparison is gone, for both.' })
export class EndComparisonPayload {
  @Field(() => ID, { description: 'The id it had.' })
  comparisonId!: string;
}
