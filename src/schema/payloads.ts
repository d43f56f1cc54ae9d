import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { PersonaType } from './PersonaType.js';
import { PublicSurveyType } from './PublicSurveyType.js';
import { SurveyType } from './SurveyType.js';
import { UserType } from './UserType.js';

@ObjectType({ description: 'Result of `signInWithGoogle`.' })
export class SignInWithGooglePayload {
  @Field(() => String, { description: 'Access token. Send it in the header `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => GraphQLISODateTime, {
    description: 'Time at which the access token expires, at most 15 minutes from now.',
  })
  expiresAt!: Date;

  @Field(() => String, { description: 'Refresh token for one call of `refreshSession`.' })
  refreshToken!: string;

  @Field(() => UserType, { description: 'The signed-in user.' })
  user!: UserType;
}

@ObjectType({ description: 'Result of `refreshSession`.' })
export class RefreshSessionPayload {
  @Field(() => String, { description: 'Access token. Send it in the header `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => String, {
    description: 'Refresh token for one call of `refreshSession`. It replaces the token that was sent.',
  })
  refreshToken!: string;

  @Field(() => GraphQLISODateTime, {
    description: 'Time at which the access token expires, at most 15 minutes from now.',
  })
  expiresAt!: Date;
}

@ObjectType({ description: 'Result of `signOut`.' })
export class SignOutPayload {
  @Field(() => Boolean, { description: 'Always true. Failures are returned as errors.' })
  ok!: boolean;
}

@ObjectType({ description: 'Result of `createSurvey`.' })
export class CreateSurveyPayload {
  @Field(() => SurveyType, {
    description: 'The new survey, with status `OPEN` and a persona with status `PENDING`.',
  })
  survey!: SurveyType;
}

@ObjectType({ description: 'Result of `closeSurvey`.' })
export class CloseSurveyPayload {
  @Field(() => SurveyType, { description: 'The updated survey.' })
  survey!: SurveyType;
}

@ObjectType({ description: 'Result of `reopenSurvey`.' })
export class ReopenSurveyPayload {
  @Field(() => SurveyType, { description: 'The updated survey.' })
  survey!: SurveyType;
}

@ObjectType({ description: 'Result of `rotateSurveyLink`.' })
export class RotateSurveyLinkPayload {
  @Field(() => SurveyType, { description: 'The updated survey, with its new link.' })
  survey!: SurveyType;
}

@ObjectType({ description: 'Result of `deleteSurvey`.' })
export class DeleteSurveyPayload {
  @Field(() => ID, { description: 'ID of the deleted survey.' })
  surveyId!: string;
}

@ObjectType({ description: 'Result of `submitResponse`.' })
export class SubmitResponsePayload {
  @Field(() => ID, {
    description:
      'Key with which the respondent can view and withdraw the response. It is returned only here, to the respondent.',
  })
  receipt!: string;

  @Field(() => PublicSurveyType, { description: 'The survey that was answered.' })
  survey!: PublicSurveyType;
}

@ObjectType({ description: 'Result of `withdrawResponse`.' })
export class WithdrawResponsePayload {
  @Field(() => Boolean, { description: 'Always true. Failures are returned as errors.' })
  ok!: boolean;
}

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

@ObjectType({ description: 'Result of `answerAboutMyself`.' })
export class AnswerAboutMyselfPayload {
  @Field(() => PersonaType, { description: 'The practice persona. Follow it with `personaChanged`.' })
  persona!: PersonaType;
}
