import { Field, ObjectType } from 'type-graphql';
import { Archetype, Confidence, type IllustrationSource } from './enums.js';
import { RarityTier } from './versionEnums.js';
import { PersonaSentenceType, TraitType } from './evidenceTypes.js';

/** What a persona and each of its versions tell alike. No type of the schema: both repeat its fields. */
@ObjectType()
export abstract class PersonaFaceType {
  @Field(() => Archetype, {
    nullable: true,
    description: 'The nearest prototype; null until the answers are measured.',
  })
  archetype!: Archetype | null;

  @Field(() => Archetype, { nullable: true, description: 'The second nearest prototype.' })
  runnerUp!: Archetype | null;

  @Field(() => RarityTier, {
    nullable: true,
    description: 'How far the whole profile lies from the norm: measured, never drawn by lot.',
  })
  rarity!: RarityTier | null;

  @Field(() => Confidence, {
    nullable: true,
    description: 'How firm the measurement is; null until the answers are measured.',
  })
  confidence!: Confidence | null;

  @Field(() => String, { nullable: true, description: 'A short headline; null until written.' })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the person is seen; null until written, and where all of it cites what the owner hid.',
  })
  summary!: string | null;

  @Field(() => [PersonaSentenceType], {
    description: 'The summary sentence by sentence, with its evidence; empty until written.',
  })
  sentences!: PersonaSentenceType[];

  @Field(() => [TraitType], { description: 'The measured traits; empty until the answers are measured.' })
  traits!: TraitType[];

  /** Not a field: what `illustration(size)` chooses from. */
  picture!: {
    alt: string;
    source: IllustrationSource;
    sizes: { hash: string; width: number; height: number }[];
  } | null;

  @Field(() => Boolean, {
    description:
      'True if the text was put together from the scores here, because what the model wrote did not pass the checks. Label it.',
  })
  template!: boolean;

  @Field(() => Boolean, { description: 'True if the demo model wrote it. Label it wherever people see it.' })
  demo!: boolean;
}
