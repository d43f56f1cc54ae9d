import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { TraitId } from './enums.js';
import { ChangeDirection } from './insightEnums.js';

@ObjectType('TraitChange', { description: 'A trait that friends see differently than before.' })
export class TraitChangeType {
  @Field(() => TraitId, { description: 'The trait.' })
  id!: TraitId;

  @Field(() => ChangeDirection, { description: 'Direction of the change.' })
  direction!: ChangeDirection;

  @Field(() => Int, { description: 'Score in the earlier version, 0 to 100.' })
  from!: number;

  @Field(() => Int, { description: 'Score in this version, 0 to 100.' })
  to!: number;
}

@ObjectType('WordChange', {
  description: 'A word that a larger or smaller share of friends chose than before.',
})
export class WordChangeType {
  @Field(() => ID, { description: 'ID of the option of the `WORDS` question.' })
  id!: string;

  @Field(() => String, { description: 'The word, in the language of the persona.' })
  word!: string;

  @Field(() => ChangeDirection, { description: 'Direction of the change.' })
  direction!: ChangeDirection;

  @Field(() => Float, {
    description:
      'Share of friends who chose the word in the earlier version, 0 to 1. A word that only one friend chose counts as 0.',
  })
  from!: number;

  @Field(() => Float, {
    description:
      'Share of friends who chose the word in this version, 0 to 1. A word that only one friend chose counts as 0.',
  })
  to!: number;
}

@ObjectType('VersionChanges', {
  description: 'Changes between two versions that go beyond the effect of asking more friends.',
})
export class VersionChangesType {
  @Field(() => Int, { description: 'Number of the earlier version.' })
  since!: number;

  @Field(() => [TraitChangeType], {
    description: 'Traits with a statistically significant change, in the order E, A, C, N, I. Usually empty.',
  })
  traits!: TraitChangeType[];

  @Field(() => [WordChangeType], {
    description: 'Words whose share changed by the choices of at least three friends, largest change first.',
  })
  words!: WordChangeType[];
}
