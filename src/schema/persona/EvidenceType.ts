import { Field, ID, Int, ObjectType } from 'type-graphql';
import { listOf } from '../../queryCost.js';
import { Agreement, Level, TraitId } from '../enums.js';

@ObjectType('EvidenceInWords', {
  description:
    'What a sentence rests on: how many people and what they say together, how far apart they are, and what they were asked.',
})
export class EvidenceInWordsType {
  @Field(() => ID, {
    description:
      "Evidence ID: `EV-E` to `EV-I` for traits, `EV-W-…` for words, `EV-Q…` for quotes, `EV-S-…` for the owner's own answers about a trait, `EV-C-…` for a trait as one group of friends sees it.",
  })
  id!: string;

  @Field(() => String, {
    description:
      'The counts as a sentence, for example "4 of 5 friends …". Never reveals what a single friend wrote.',
  })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How far apart the answers are, in words. Follows from `Trait.agreement` and the counts, so it tells nothing more about a single friend. Null for replies that were explained before it was recorded.',
  })
  spread!: string | null;

  @Field(() => [String], {
    complexity: listOf(4),
    description:
      'The questions asked, as the people who answered read them. Empty for replies that were explained before they were recorded.',
  })
  questions!: string[];
}

@ObjectType('Trait', {
  description: 'A measured trait. It is computed from the answers and not written by a model.',
})
export class TraitType {
  @Field(() => TraitId, { description: 'The trait.' })
  id!: TraitId;

  @Field(() => Int, {
    description:
      'Percentile, 0 to 100: the chance in percent that friends, taken together, see more of the trait in this person than in a random other person.',
  })
  score!: number;

  @Field(() => Level, { description: 'The score as a level.' })
  level!: Level;

  @Field(() => Agreement, { description: 'How far friends agree about the trait.' })
  agreement!: Agreement;

  @Field(() => Int, {
    description:
      "Number of friends who could judge the trait. 0 if fewer than three could: the trait then counts as not measured and its score is 50. In practice mode, 1 if the owner's answers cover the trait and 0 otherwise.",
  })
  raters!: number;
}

@ObjectType('PersonaSentence', { description: 'A sentence of the summary, with the evidence it cites.' })
export class PersonaSentenceType {
  @Field(() => String, { description: 'The sentence.' })
  text!: string;

  @Field(() => [ID], {
    complexity: listOf(3),
    description:
      'IDs of the evidence that the sentence cites: `EV-E` to `EV-I` for traits, `EV-W-…` for words, `EV-Q…` for quotes. `PersonaVersion.evidence` has them in words.',
  })
  evidence!: string[];
}
