import { Field, ID, InputType, Int } from 'type-graphql';
import { Archetype, Locale } from '../enums.js';
import { AnswerInput } from '../survey/inputs.js';

@InputType({ description: 'Input for `retryPersona`.' })
export class RetryPersonaInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;
}

@InputType({ description: 'Input for `showVersion`.' })
export class ShowVersionInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of a `READY` version. If omitted, the newest `READY` version is always shown.',
  })
  number?: number | null;
}

@InputType({ description: 'Input for `chooseVoice`.' })
export class ChooseVoiceInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;

  @Field(() => Archetype, {
    nullable: true,
    description: 'Archetype whose voice to use. If omitted, the persona speaks in its own voice.',
  })
  archetype?: Archetype | null;
}

@InputType({ description: 'Input for `answerAboutMyself`.' })
export class AnswerAboutMyselfInput {
  @Field(() => [AnswerInput], {
    description:
      'At most 50 answers to the questions of `selfQuestions`, including at least ten to `SCALE` questions (not counting `cannotTell`). `TEXT` questions cannot be answered.',
  })
  answers!: AnswerInput[];

  @Field(() => Locale, {
    nullable: true,
    description:
      'Language of the practice persona. If omitted, an existing practice persona keeps its language and a new one gets `EN`.',
  })
  locale?: Locale | null;
}
