import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Archetype, IllustrationSource, Locale, PersonaStatus, PersonaStep } from './enums.js';
import { VoiceMode } from './versionEnums.js';
import { PersonaFaceType } from './PersonaFaceType.js';

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

@ObjectType('Voice', {
  description: 'How a mirror speaks. What it was measured to be is the same in any voice.',
})
export class VoiceType {
  @Field(() => VoiceMode, { description: 'Who chose it.' })
  mode!: VoiceMode;

  @Field(() => Archetype, {
    nullable: true,
    description: 'The archetype whose voice the owner chose; null if FATED.',
  })
  archetype!: Archetype | null;

  @Field(() => String, { description: 'The manner.' })
  register!: string;

  @Field(() => [String], { description: 'Habits of speech.' })
  habits!: string[];

  @Field(() => String, { description: 'A line in this voice.' })
  sample!: string;
}

@ObjectType('Persona', {
  description: 'How a person is seen: measured from answers, then put into words and a picture.',
})
export class PersonaType extends PersonaFaceType {
  @Field(() => ID, { description: 'Stable, opaque.' })
  id!: string;

  @Field(() => String, { description: "Stable and unguessable. Not the survey's." })
  slug!: string;

  @Field(() => PersonaStatus, {
    description:
      'Where its making stands. Once READY it stays READY: later versions have a status of their own.',
  })
  status!: PersonaStatus;

  @Field(() => Int, {
    description: 'Rises with every change. A live view drops what is older than what it has.',
  })
  revision!: number;

  @Field(() => String, { description: 'Whom it mirrors: the name friends see.' })
  name!: string;

  @Field(() => Locale, { description: 'The language it is written in.' })
  locale!: Locale;

  @Field(() => Boolean, {
    description:
      'True for a proto-persona of practice mode, made of the owner’s own answers alone. Label it; it is never public.',
  })
  practice!: boolean;

  /** Not a field: which survey `survey` reads. */
  surveyId!: string | null;

  /** Not a field: the number of the version whose content this is. */
  shown!: number | null;

  @Field(() => Boolean, {
    description: 'True if the owner chose the version that is shown: newer ones do not take its place.',
  })
  pinned!: boolean;

  @Field(() => String, { nullable: true, description: 'How the mirror opens a chat; null until written.' })
  greeting!: string | null;

  @Field(() => [String], {
    description: 'Two or three other ways to open it; empty until written. chooseGreeting picks one.',
  })
  alternateGreetings!: string[];

  @Field(() => VoiceType, { nullable: true, description: 'How the mirror speaks; null until written.' })
  voice!: VoiceType | null;

  @Field(() => PersonaFailureType, { nullable: true, description: 'Set while the status is FAILED.' })
  failure!: PersonaFailureType | null;
}
