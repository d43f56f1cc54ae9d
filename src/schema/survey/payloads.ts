import { Field, ID, ObjectType } from 'type-graphql';
import { PublicSurveyType, SurveyType } from './types.js';

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

@ObjectType({ description: 'Result of `renameSurvey`.' })
export class RenameSurveyPayload {
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
