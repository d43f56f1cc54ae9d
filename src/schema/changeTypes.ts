import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { TraitId } from './enums.js';
import { ChangeDirection } from './insightEnums.js';

@ObjectType('TraitChange', { description: 'A trait that friends see otherwise than before.' })
export class TraitChangeType {
  @Field(() => TraitId, { description: 'Which trait.' })
  id!: TraitId;

  @Field(() => ChangeDirection, { description: 'Which way.' })
  direction!: ChangeDirection;

  @Field(() => Int, { description: 'The score before, 0–100.' })
  from!: number;

  @Field(() => Int, { description: 'The score now, 0–100.' })
  to!: number;
}

@ObjectType('WordChange', {
  description: 'A word that a larger or smaller part of friends chose than before.',
})
export class WordChangeType {
  @Field(() => ID, { description: 'Id of the option of the WORDS question.' })
  id!: string;

  @Field(() => String, { description: 'The word, in the language of the persona.' })
  word!: string;

  @Field(() => ChangeDirection, { description: 'Which way.' })
  direction!: ChangeDirection;

  @Field(() => Float, { description: 'The share of friends before, 0–1; one friend alone counts as none.' })
  from!: number;

  @Field(() => Float, { description: 'The share of friends now, 0–1; one friend alone counts as none.' })
  to!: number;
}

@ObjectType('VersionChanges', {
  description: 'What changed between two versions, beyond what asking more friends does by chance.',
})
export class VersionChangesType {
  @Field(() => Int, { description: 'Number of the earlier version.' })
  since!: number;

  @Field(() => [TraitChangeType], { description: 'Traits that are statistically a change; mostly none.' })
  traits!: TraitChangeType[];

  @Field(() => [WordChangeType], {
    description: 'Words that three friends or more make the difference of, the largest change first.',
  })
  words!: WordChangeType[];
}
