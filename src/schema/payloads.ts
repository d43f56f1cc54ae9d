import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { PersonaType } from './PersonaType.js';
import { PublicSurveyType } from './PublicSurveyType.js';
import { SurveyType } from './SurveyType.js';
import { UserType } from './UserType.js';

@ObjectType({ description: 'A fresh session.' })
export class SignInWithGooglePayload {
  @Field(() => String, { description: 'Send it as `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => GraphQLISODateTime, {
    description: 'When the access token ends, at most 15 minutes from now.',
  })
  expiresAt!: Date;

  @Field(() => String, { description: 'Good for one refreshSession.' })
  refreshToken!: string;

  @Field(() => UserType, { description: 'Who signed in.' })
  user!: UserType;
}

@ObjectType({ description: 'A fresh pair of tokens of the same session.' })
export class RefreshSessionPayload {
  @Field(() => String, { description: 'Send it as `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => String, { description: 'Replaces the one that was sent.' })
  refreshToken!: string;

  @Field(() => GraphQLISODateTime, { description: 'When the access token ends.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'The session is over.' })
export class SignOutPayload {
  @Field(() => Boolean, { description: 'Always true: what fails is an error.' })
  ok!: boolean;
}

@ObjectType({ description: 'The new survey.' })
export class CreateSurveyPayload {
  @Field(() => SurveyType, { description: 'Open, with its persona PENDING.' })
  survey!: SurveyType;
}

@ObjectType({ description: 'The closed survey.' })
export class CloseSurveyPayload {
  @Field(() => SurveyType, { description: 'As it is now.' })
  survey!: SurveyType;
}

@ObjectType({ description: 'The reopened survey.' })
export class ReopenSurveyPayload {
  @Field(() => SurveyType, { description: 'As it is now.' })
  survey!: SurveyType;
}

@ObjectType({ description: 'The survey with its new link.' })
export class RotateSurveyLinkPayload {
  @Field(() => SurveyType, { description: 'As it is now: the old link is dead.' })
  survey!: SurveyType;
}

@ObjectType({ description: 'The survey is gone, with all of its responses, its persona and its pictures.' })
export class DeleteSurveyPayload {
  @Field(() => ID, { description: 'The id it had.' })
  surveyId!: string;
}

@ObjectType({ description: 'The response is stored.' })
export class SubmitResponsePayload {
  @Field(() => ID, {
    description: "The respondent's key to see and withdraw the response. Nobody else gets it.",
  })
  receipt!: string;

  @Field(() => PublicSurveyType, { description: 'The survey that was answered.' })
  survey!: PublicSurveyType;
}

@ObjectType({ description: 'The response is gone.' })
export class WithdrawResponsePayload {
  @Field(() => Boolean, { description: 'Always true: what fails is an error.' })
  ok!: boolean;
}

@ObjectType({ description: 'The persona, at work again.' })
export class RetryPersonaPayload {
  @Field(() => PersonaType, { description: 'As it is now.' })
  persona!: PersonaType;
}

@ObjectType({ description: 'The persona with the version that was chosen.' })
export class ShowVersionPayload {
  @Field(() => PersonaType, { description: 'As it is now.' })
  persona!: PersonaType;
}

@ObjectType({ description: 'The persona with the voice that was chosen.' })
export class ChooseVoicePayload {
  @Field(() => PersonaType, { description: 'As it is now.' })
  persona!: PersonaType;
}

@ObjectType({ description: 'The answers are kept, and the practice persona is being made.' })
export class AnswerAboutMyselfPayload {
  @Field(() => PersonaType, { description: 'The practice persona: follow it by personaChanged.' })
  persona!: PersonaType;
}
