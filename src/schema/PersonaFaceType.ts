import { Field, ObjectType } from 'type-graphql';
import { Archetype, Confidence, type IllustrationSource } from './enums.js';
import { RarityTier } from './versionEnums.js';
import { PersonaSentenceType, TraitType } from './evidenceTypes.js';

/** Fields that a persona and each of its versions share. Not a type in the schema: both types repeat them. */
@ObjectType()
export abstract class PersonaContentType {
  @Field(() => Archetype, {
    nullable: true,
    description: 'The archetype whose trait profile is closest. Null until `READY`.',
  })
  archetype!: Archetype | null;

  @Field(() => Archetype, {
    nullable: true,
    description: 'The archetype whose trait profile is second closest. Null until `READY`.',
  })
  runnerUp!: Archetype | null;

  @Field(() => RarityTier, {
    nullable: true,
    description:
      'How far the whole profile is from the norm. Computed from the answers, never random. Null until `READY`, and for versions made before measurements were stored.',
  })
  rarity!: RarityTier | null;

  @Field(() => Confidence, {
    nullable: true,
    description: 'How reliable the measurement is. Null until `READY`.',
  })
  confidence!: Confidence | null;

  @Field(() => String, { nullable: true, description: 'A short headline. Null until `READY`.' })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Description of the person. Null until `READY`, and if every sentence cites a quote that the owner has hidden.',
  })
  summary!: string | null;

  @Field(() => [PersonaSentenceType], {
    description: 'Sentences of the summary in order, each with the evidence it cites. Empty until `READY`.',
  })
  sentences!: PersonaSentenceType[];

  @Field(() => [TraitType], {
    description: 'The five measured traits, in the order E, A, C, N, I. Empty until `READY`.',
  })
  traits!: TraitType[];

  /** Not in the schema: the sizes that the field `illustration(size)` chooses from. */
  picture!: {
    alt: string;
    source: IllustrationSource;
    sizes: { hash: string; width: number; height: number }[];
  } | null;

  @Field(() => Boolean, {
    description:
      'Whether the text was generated from the scores by a template because the text of the model failed the checks. If so, label it wherever it is displayed.',
  })
  template!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the demo model wrote the text. If so, label it wherever it is displayed.',
  })
  demo!: boolean;
}
