import { Field, Int, ObjectType } from 'type-graphql';
import { Level, Relation, TraitId } from './enums.js';
import { TraitType } from './evidenceTypes.js';
import { BlindSpotStrength, FriendsSee, Judge } from './insightEnums.js';

@ObjectType('InsightTrait', { description: 'A measured trait and what it says, in words.' })
export class InsightTraitType extends TraitType {
  @Field(() => String, { description: 'What was measured, in the language of the persona.' })
  text!: string;
}

@ObjectType('TraitSentence', { description: 'A sentence about one trait.' })
export class TraitSentenceType {
  @Field(() => TraitId, { description: 'Which trait.' })
  trait!: TraitId;

  @Field(() => String, { description: 'The sentence, in the language of the persona.' })
  text!: string;
}

@ObjectType('BlindSpot', { description: 'A trait that friends see otherwise than the person does.' })
export class BlindSpotType extends TraitSentenceType {
  @Field(() => BlindSpotStrength, { description: 'How surely.' })
  strength!: BlindSpotStrength;

  @Field(() => FriendsSee, { description: 'How friends see it, beside the person’s own view.' })
  friendsSee!: FriendsSee;

  @Field(() => Judge, { description: 'Who usually judges this trait better.' })
  judge!: Judge;
}

@ObjectType('CircleTrait', { description: 'A trait as one circle sees it.' })
export class CircleTraitType {
  @Field(() => TraitId, { description: 'Which trait.' })
  id!: TraitId;

  @Field(() => Int, { description: 'Percentile, 0–100, as in Trait.' })
  score!: number;

  @Field(() => Level, { description: 'The score in words.' })
  level!: Level;
}

@ObjectType('Circle', { description: 'The person as one circle of friends sees them.' })
export class CircleType {
  @Field(() => Relation, { description: 'Who they are to the person.' })
  relation!: Relation;

  @Field(() => Int, {
    description: 'How many are in the view, at least three; later ones wait until they can be added unseen.',
  })
  friends!: number;

  @Field(() => [CircleTraitType], { description: 'The traits that at least three of them could tell.' })
  traits!: CircleTraitType[];
}
