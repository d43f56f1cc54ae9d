import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
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

@ObjectType({ description: 'Result of `exportCharacterCard`: a private file.' })
export class ExportCharacterCardPayload {
  @Field(() => String, {
    description:
      'URL of the file, which needs no sign-in. It shows the version that is shown at the time of the download, and answers 404 once it has expired or the persona is gone.',
  })
  url!: string;

  @Field(() => GraphQLISODateTime, { description: 'Time at which the URL expires, 15 minutes from now.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'Result of `importCharacterCard`.' })
export class ImportCharacterCardPayload {
  @Field(() => PersonaType, {
    description: 'The persona, whose `keptFields` are what was added to the card.',
  })
  persona!: PersonaType;
}

@ObjectType({ description: 'Result of `removeKeptFields`.' })
export class RemoveKeptFieldsPayload {
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
