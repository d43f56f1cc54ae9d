import { Field, Int, ObjectType } from 'type-graphql';
import { Level, Relation, TraitId } from './enums.js';
import { TraitType } from './evidenceTypes.js';
import { BlindSpotStrength, FriendsSee, Judge } from './insightEnums.js';

@ObjectType('InsightTrait', { description: 'A measured trait, with a sentence that describes it.' })
export class InsightTraitType extends TraitType {
  @Field(() => String, { description: 'The sentence, in the language of the persona.' })
  text!: string;
}

@ObjectType('TraitSentence', { description: 'A sentence about a trait.' })
export class TraitSentenceType {
  @Field(() => TraitId, { description: 'The trait.' })
  trait!: TraitId;

  @Field(() => String, { description: 'The sentence, in the language of the persona.' })
  text!: string;
}

@ObjectType('BlindSpot', { description: 'A trait that friends see differently than the owner does.' })
export class BlindSpotType extends TraitSentenceType {
  @Field(() => BlindSpotStrength, { description: 'How certain the difference is.' })
  strength!: BlindSpotStrength;

  @Field(() => FriendsSee, {
    description: 'Whether friends see more or less of the trait than the owner does.',
  })
  friendsSee!: FriendsSee;

  @Field(() => Judge, { description: 'Who usually judges this trait better.' })
  judge!: Judge;
}

@ObjectType('CircleTrait', { description: 'A trait as one group of friends sees it.' })
export class CircleTraitType {
  @Field(() => TraitId, { description: 'The trait.' })
  id!: TraitId;

  @Field(() => Int, { description: 'Percentile, 0 to 100, as in `Trait.score`.' })
  score!: number;

  @Field(() => Level, { description: 'The score as a level.' })
  level!: Level;
}

@ObjectType('Circle', { description: 'How one group of friends sees the owner.' })
export class CircleType {
  @Field(() => Relation, { description: 'How the friends in this group know the owner.' })
  relation!: Relation;

  @Field(() => Int, {
    description:
      'Number of friends included, at least three. Later responses are added only when they cannot be inferred from the change.',
  })
  friends!: number;

  @Field(() => [CircleTraitType], {
    description: 'Traits that at least three friends in this group could judge, in the order E, A, C, N, I.',
  })
  traits!: CircleTraitType[];
}
