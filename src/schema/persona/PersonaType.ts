import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { listOf } from '../../queryCost.js';
import { Archetype, Confidence, IllustrationSource, Locale, PersonaStatus, PersonaStep } from '../enums.js';
import { RarityTier, VoiceMode } from './enums.js';
import { PersonaSentenceType, TraitType } from './EvidenceType.js';

/** Fields that a persona and each of its versions share. Not a type in the schema: both types repeat them. */
@ObjectType()
export abstract class PersonaContentType {
  @Field(() => Archetype, {
    nullable: true,
    description: 'The archetype whose trait profile is closest. Null until `GENERATING_IMAGE`.',
  })
  archetype!: Archetype | null;

  @Field(() => Archetype, {
    nullable: true,
    description: 'The archetype whose trait profile is second closest. Null until `GENERATING_IMAGE`.',
  })
  runnerUp!: Archetype | null;

  @Field(() => RarityTier, {
    nullable: true,
    description:
      'How far the whole profile is from the norm. Computed from the answers, never random. Null until `GENERATING_IMAGE`, and for versions made before measurements were stored.',
  })
  rarity!: RarityTier | null;

  @Field(() => Confidence, {
    nullable: true,
    description: 'How reliable the measurement is. Null until `GENERATING_IMAGE`.',
  })
  confidence!: Confidence | null;

  @Field(() => String, { nullable: true, description: 'A short headline. Null until `GENERATING_IMAGE`.' })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Description of the person. Null until `GENERATING_IMAGE`, and if every sentence cites a quote that the owner has hidden.',
  })
  summary!: string | null;

  @Field(() => [PersonaSentenceType], {
    complexity: listOf(8),
    description:
      'Sentences of the summary in order, each with the evidence it cites. Empty until `GENERATING_IMAGE`.',
  })
  sentences!: PersonaSentenceType[];

  @Field(() => [TraitType], {
    complexity: listOf(5),
    description: 'The five measured traits, in the order E, A, C, N, I. Empty until `GENERATING_IMAGE`.',
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

@ObjectType('Illustration', { description: 'An illustration of a persona.' })
export class IllustrationType {
  @Field(() => String, { description: 'URL of the image, relative to the address of this API. WebP format.' })
  url!: string;

  @Field(() => Int, { description: 'Width in pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Height in pixels.' })
  height!: number;

  @Field(() => String, { description: 'Alternative text that describes the image.' })
  alt!: string;

  @Field(() => IllustrationSource, {
    description: 'How the illustration was generated. If it is `LOCAL`, label it wherever it is displayed.',
  })
  source!: IllustrationSource;
}

@ObjectType('PersonaFailure', { description: 'Why a persona or a version is `FAILED`.' })
export class PersonaFailureType {
  @Field(() => PersonaStep, { description: 'The step that failed.' })
  step!: PersonaStep;

  @Field(() => String, { description: 'Explanation to display to the owner.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Whether `retryPersona` can succeed.' })
  retryable!: boolean;
}

@ObjectType('StepWaiting', {
  description: 'A step whose last try failed for a reason that passes. It tries again by itself.',
})
export class StepWaitingType {
  @Field(() => String, { description: 'Why the last try failed. Explanation to display to the owner.' })
  reason!: string;

  @Field(() => Int, { description: 'Number of the next try, 2 or higher.' })
  attempt!: number;

  @Field(() => GraphQLISODateTime, {
    description:
      'When the next try is due. If this time has passed, the next try begins as soon as a worker is free.',
  })
  nextTryAt!: Date;
}

@ObjectType('Voice', {
  description: 'How a persona speaks. The voice does not affect the measured traits.',
})
class VoiceType {
  @Field(() => VoiceMode, { description: 'How the voice was chosen.' })
  mode!: VoiceMode;

  @Field(() => Archetype, {
    nullable: true,
    description: 'Archetype whose voice the owner chose. Null if the mode is `FATED`.',
  })
  archetype!: Archetype | null;

  @Field(() => String, { description: 'Tone and manner of speaking.' })
  register!: string;

  @Field(() => [String], { complexity: listOf(4), description: 'Habits of speech.' })
  habits!: string[];

  @Field(() => String, { description: 'A sample line in this voice.' })
  sample!: string;
}

@ObjectType('Persona', {
  description: 'How a person is seen: traits measured from answers, described in text and an illustration.',
})
export class PersonaType extends PersonaContentType {
  @Field(() => ID, { description: 'Unique, opaque identifier.' })
  id!: string;

  @Field(() => String, {
    description: 'Unguessable identifier that never changes. Not the slug of the survey.',
  })
  slug!: string;

  @Field(() => PersonaStatus, {
    description:
      'Status of the persona. Once it is `READY`, it stays `READY` while later versions are made, and each version has its own status. It returns to `PENDING` if withdrawals leave fewer responses than the threshold.',
  })
  status!: PersonaStatus;

  @Field(() => Int, {
    description:
      'Increases with every change. Discard an event whose revision is lower than the one you already have.',
  })
  revision!: number;

  @Field(() => String, { description: 'Name of the person, as friends see it.' })
  name!: string;

  @Field(() => Locale, { description: 'Language of the text.' })
  locale!: Locale;

  @Field(() => Boolean, {
    description:
      "Whether this is a practice persona, made only from the owner's answers about themselves. If so, label it wherever it is displayed. A practice persona is never public.",
  })
  practice!: boolean;

  @Field(() => Boolean, {
    description: 'Whether search engines may list the public page. False unless the persona is published.',
  })
  searchable!: boolean;

  /** Not in the schema: whether the persona is published, for the field `publicUrl`. */
  isPublished!: boolean;

  /** Not in the schema: the survey that the field `survey` reads. */
  surveyId!: string | null;

  /** Not in the schema: number of the version that this content comes from. */
  shown!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether the owner chose the version that is shown. If so, newer versions do not replace it.',
  })
  pinned!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The persona's own greeting. Null until `GENERATING_IMAGE`.",
  })
  greeting!: string | null;

  @Field(() => [String], {
    complexity: listOf(3),
    description:
      'Two or three other greetings, in the order in which `chooseGreeting` numbers them from 1. Empty until `GENERATING_IMAGE`.',
  })
  alternateGreetings!: string[];

  @Field(() => VoiceType, {
    nullable: true,
    description: 'How the persona speaks. Null until `GENERATING_IMAGE`.',
  })
  voice!: VoiceType | null;

  @Field(() => PersonaFailureType, {
    nullable: true,
    description: 'Why the persona failed. Null unless the status is `FAILED`.',
  })
  failure!: PersonaFailureType | null;

  @Field(() => StepWaitingType, {
    nullable: true,
    description:
      'What the current step waits for, if it waits to try again. Null while a step runs, and once the persona is `READY`: a later version has its own `waiting`.',
  })
  waiting!: StepWaitingType | null;
}
