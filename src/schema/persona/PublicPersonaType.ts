import { Field, Int, ObjectType } from 'type-graphql';
import { listOf } from '../../queryCost.js';
import { Archetype, Level, Locale, TraitId } from '../enums.js';
import { RarityTier } from './enums.js';
import type { PersonaContentType } from './PersonaType.js';

@ObjectType('PublicTrait', { simpleResolvers: true, description: 'A measured trait of a published persona.' })
export class PublicTraitType {
  @Field(() => TraitId, { description: 'The trait.' })
  id!: TraitId;

  @Field(() => Int, {
    nullable: true,
    description: 'Percentile, 0 to 100. Null if fewer than three friends could judge the trait.',
  })
  score!: number | null;

  @Field(() => Level, { nullable: true, description: 'The score as a level. Null without a score.' })
  level!: Level | null;
}

@ObjectType('PublicSentence', {
  simpleResolvers: true,
  description: 'A sentence of the summary of a published persona.',
})
export class PublicSentenceType {
  @Field(() => String, { description: 'The sentence. It neither quotes nor counts friends.' })
  text!: string;

  @Field(() => [String], {
    complexity: listOf(3),
    description:
      'What the sentence rests on, in general words: the questions asked, and from how many friends on answers are used. No figures and no quotes of friends.',
  })
  evidence!: string[];
}

@ObjectType('PublicPersona', {
  simpleResolvers: true,
  description:
    'A published persona, as anyone with its link sees it. Nothing in it allows conclusions about a single friend.',
})
export class PublicPersonaType {
  @Field(() => String, { description: 'Last part of the public link.' })
  slug!: string;

  @Field(() => String, { description: 'Name of the person, as friends see it.' })
  name!: string;

  @Field(() => Locale, { description: 'Language of the text.' })
  locale!: Locale;

  @Field(() => String, { description: 'A short headline.' })
  title!: string;

  @Field(() => Archetype, { description: 'The archetype whose trait profile is closest.' })
  archetype!: Archetype;

  @Field(() => RarityTier, {
    nullable: true,
    description: 'How far the whole profile is from the norm. Null for versions made before it was measured.',
  })
  rarity!: RarityTier | null;

  @Field(() => Int, { description: 'Number of friends whose answers the persona is made from.' })
  friends!: number;

  @Field(() => [PublicTraitType], {
    complexity: listOf(5),
    description: 'The five traits, in the order E, A, C, N, I.',
  })
  traits!: PublicTraitType[];

  @Field(() => [PublicSentenceType], {
    complexity: listOf(8),
    description: 'Sentences of the summary in order. Empty if none of them may be public.',
  })
  sentences!: PublicSentenceType[];

  /** Not in the schema: the sizes that the field `illustration(size)` chooses from. */
  picture!: PersonaContentType['picture'];

  @Field(() => Boolean, { description: 'Whether the owner allows search engines to list the page.' })
  searchable!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether a template generated the text from the scores. If so, label it wherever it is displayed.',
  })
  template!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the demo model wrote the text. If so, label it wherever it is displayed.',
  })
  demo!: boolean;
}
