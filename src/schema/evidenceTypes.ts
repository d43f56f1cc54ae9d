import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Agreement, Level, TraitId } from './enums.js';

@ObjectType('Trait', {
  description: 'One measured trait: computed from the answers, not written by a model.',
})
export class TraitType {
  @Field(() => TraitId, { description: 'Which trait.' })
  id!: TraitId;

  @Field(() => Int, {
    description:
      'Percentile, 0–100: the chance that this person stands higher than a random other, as friends would agree to see it.',
  })
  score!: number;

  @Field(() => Level, { description: 'The score in words.' })
  level!: Level;

  @Field(() => Agreement, { description: 'How far the friends agree.' })
  agreement!: Agreement;

  @Field(() => Int, {
    description:
      'Friends who could tell. Of fewer than three nothing is told: 0, and the score says no more than the norm. In practice mode 1 where the own answers tell of it.',
  })
  raters!: number;
}

@ObjectType('PersonaSentence', { description: 'A sentence of the summary and what it rests on.' })
export class PersonaSentenceType {
  @Field(() => String, { description: 'The sentence.' })
  text!: string;

  @Field(() => [ID], {
    description:
      'Ids of the evidence it cites: EV-E … EV-I for traits, EV-W-… for words, EV-Q… for what friends wrote. `evidence` of a version has them in words.',
  })
  evidence!: string[];
}
