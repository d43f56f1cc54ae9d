import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  Agreement,
  Archetype,
  Confidence,
  IllustrationSource,
  Level,
  PersonaStatus,
  PersonaStep,
  TraitId,
} from './enums.js';

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
}

@ObjectType('PersonaSentence', { description: 'A sentence of the summary and what it rests on.' })
export class PersonaSentenceType {
  @Field(() => String, { description: 'The sentence.' })
  text!: string;

  @Field(() => [ID], {
    description: 'Ids of the evidence it cites: EV-E … EV-I for traits, EV-W-… for words.',
  })
  evidence!: string[];
}

@ObjectType('Illustration', { description: 'The picture of a persona.' })
export class IllustrationType {
  @Field(() => String, { description: 'Where the picture is.' })
  url!: string;

  @Field(() => Int, { description: 'Pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Pixels.' })
  height!: number;

  @Field(() => String, { description: 'What the picture shows, for those who do not see it.' })
  alt!: string;

  @Field(() => IllustrationSource, { description: 'Who drew it: say so where it is LOCAL.' })
  source!: IllustrationSource;
}

@ObjectType('PersonaFailure', { description: 'Why a persona is FAILED.' })
export class PersonaFailureType {
  @Field(() => PersonaStep, { description: 'The step that failed.' })
  step!: PersonaStep;

  @Field(() => String, { description: 'Why, in words for the owner.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Whether retryPersona can help.' })
  retryable!: boolean;
}

@ObjectType('Persona', {
  description: 'How friends see the owner: measured from their answers, then put into words and a picture.',
})
export class PersonaType {
  @Field(() => ID, { description: 'Stable, opaque.' })
  id!: string;

  @Field(() => String, { description: "Stable and unguessable. Not the survey's." })
  slug!: string;

  @Field(() => PersonaStatus, { description: 'Where its making stands.' })
  status!: PersonaStatus;

  @Field(() => Int, {
    description: 'Rises with every change. A live view drops what is older than what it has.',
  })
  revision!: number;

  @Field(() => String, { description: 'Whom it mirrors: the name friends see.' })
  name!: string;

  @Field(() => Archetype, {
    nullable: true,
    description: 'The nearest prototype; null until the answers are measured.',
  })
  archetype!: Archetype | null;

  @Field(() => Confidence, {
    nullable: true,
    description: 'How firm the measurement is; null until the answers are measured.',
  })
  confidence!: Confidence | null;

  @Field(() => String, { nullable: true, description: 'A short headline; null until written.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'How friends see the person; null until written.' })
  summary!: string | null;

  @Field(() => [PersonaSentenceType], {
    description: 'The summary sentence by sentence, with its evidence; empty until written.',
  })
  sentences!: PersonaSentenceType[];

  @Field(() => String, { nullable: true, description: 'How the mirror opens a chat; null until written.' })
  greeting!: string | null;

  @Field(() => [String], {
    description: 'Two or three other ways to open it; empty until written. chooseGreeting picks one.',
  })
  alternateGreetings!: string[];

  @Field(() => [TraitType], { description: 'The measured traits; empty until the answers are measured.' })
  traits!: TraitType[];

  @Field(() => PersonaFailureType, { nullable: true, description: 'Set while the status is FAILED.' })
  failure!: PersonaFailureType | null;

  /** Not a field: what `illustration(size)` chooses from. */
  picture!: {
    alt: string;
    source: IllustrationSource;
    sizes: { hash: string; width: number; height: number }[];
  } | null;

  @Field(() => Boolean, { description: 'True if the demo model wrote it. Label it wherever people see it.' })
  demo!: boolean;
}
