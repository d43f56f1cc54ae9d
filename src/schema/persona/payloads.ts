import { Field, ObjectType } from 'type-graphql';
import { PersonaType } from './PersonaType.js';

@ObjectType({ description: 'Result of `retryPersona`.' })
export class RetryPersonaPayload {
  @Field(() => PersonaType, { description: 'The updated persona.' })
  persona!: PersonaType;
}

@ObjectType({ description: 'Result of `showVersion`.' })
export class ShowVersionPayload {
  @Field(() => PersonaType, { description: 'The updated persona.' })
  persona!: PersonaType;
}

@ObjectType({ description: 'Result of `chooseVoice`.' })
export class ChooseVoicePayload {
  @Field(() => PersonaType, { description: 'The updated persona.' })
  persona!: PersonaType;
}

@ObjectType({ description: 'Result of `publishPersona`.' })
export class PublishPersonaPayload {
  @Field(() => PersonaType, { description: 'The updated persona.' })
  persona!: PersonaType;
}

@ObjectType({ description: 'Result of `unpublishPersona`.' })
export class UnpublishPersonaPayload {
  @Field(() => PersonaType, { description: 'The updated persona.' })
  persona!: PersonaType;
}

@ObjectType({ description: 'Result of `answerAboutMyself`.' })
export class AnswerAboutMyselfPayload {
  @Field(() => PersonaType, { description: 'The practice persona. Follow it with `personaChanged`.' })
  persona!: PersonaType;
}

@ObjectType({ description: 'Result of `hideQuote`.' })
export class HideQuotePayload {
  @Field(() => PersonaType, { description: 'The updated persona.' })
  persona!: PersonaType;
}
