import { Field, ID, Int, ObjectType } from 'type-graphql';
import { edgesOfPage, listOf } from '../../queryCost.js';
import { Locale, QuestionKind, Relation, SurveyStatus } from '../enums.js';
import { PageInfo } from '../PageInfo.js';

@ObjectType('QuestionOption', { simpleResolvers: true, description: 'An option of a question.' })
class QuestionOptionType {
  @Field(() => ID, {
    description: 'Identifier of the option, the same in every survey of a questionnaire version.',
  })
  id!: string;

  @Field(() => String, { description: 'Text of the option, in the language of the question.' })
  label!: string;
}

@ObjectType('Question', {
  simpleResolvers: true,
  description:
    'A question. It is in the third person in a survey, and in the first person in `selfQuestions`.',
})
export class QuestionType {
  @Field(() => ID, {
    description:
      'Identifier of the question, the same in every survey of a questionnaire version: `MI01` to `MI20`, `WORDS`, `OT1` to `OT3`.',
  })
  id!: string;

  @Field(() => QuestionKind, { description: 'How the question is answered.' })
  kind!: QuestionKind;

  @Field(() => String, {
    description:
      'Text of the question. In a survey it is in the language of the survey and names the owner. In `selfQuestions` it is in the requested language.',
  })
  text!: string;

  @Field(() => Boolean, { description: 'Whether a response must answer this question.' })
  required!: boolean;

  @Field(() => [QuestionOptionType], {
    complexity: listOf(6),
    description:
      'Options to choose from: the five points of a `SCALE` question in ascending order, or the words of a `WORDS` question. Empty for a `TEXT` question.',
  })
  options!: QuestionOptionType[];
}

@ObjectType('PublicSurvey', {
  simpleResolvers: true,
  description: 'A survey as friends see it. It is the same for every caller and can be cached.',
})
export class PublicSurveyType {
  @Field(() => String, { description: 'Last part of the survey link.' })
  slug!: string;

  @Field(() => String, { description: 'Name of the person the questions are about.' })
  ownerName!: string;

  @Field(() => Locale, { description: 'Language of the questions.' })
  locale!: Locale;

  @Field(() => SurveyStatus, { description: 'Whether the survey accepts responses.' })
  status!: SurveyStatus;

  @Field(() => [QuestionType], {
    complexity: listOf(25),
    description:
      'Questions, in the order to ask them. A response may answer at most one `TEXT` question, so ask one of them, chosen at random. Some surveys have no `TEXT` questions.',
  })
  questions!: QuestionType[];
}

@ObjectType('Answer', { description: 'An answer, as the respondent gave it.' })
export class AnswerType {
  @Field(() => ID, { description: 'ID of the question.' })
  questionId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Answer to a `SCALE` question, 1 (very inaccurate) to 5 (very accurate). Null for other kinds, and if the respondent could not judge.',
  })
  scale!: number | null;

  @Field(() => [ID], {
    nullable: true,
    complexity: listOf(5),
    description:
      'IDs of the words chosen in a `WORDS` question, in the order of the questionnaire. Null for other kinds.',
  })
  optionIds!: string[] | null;

  @Field(() => String, { nullable: true, description: 'Answer to a `TEXT` question. Null for other kinds.' })
  text!: string | null;

  @Field(() => Boolean, { description: 'Whether the respondent could not judge the statement.' })
  cannotTell!: boolean;
}

@ObjectType('Response', { description: 'A response, as the holder of its receipt sees it.' })
export class ResponseType {
  @Field(() => String, {
    description: 'Day the response was submitted, as `YYYY-MM-DD` in UTC. No finer time is available.',
  })
  submittedOn!: string;

  @Field(() => [AnswerType], {
    complexity: listOf(25),
    description: 'Answers, in the order of the questionnaire.',
  })
  answers!: AnswerType[];

  @Field(() => [QuestionType], {
    complexity: listOf(25),
    description: 'The questions that were answered, in the order of the questionnaire.',
  })
  questions!: QuestionType[];

  @Field(() => Locale, { description: 'Language of the questions.' })
  locale!: Locale;

  @Field(() => Relation, { description: 'How the respondent knows the owner.' })
  relation!: Relation;

  @Field(() => Int, {
    nullable: true,
    description:
      'How well the respondent knows the owner, 1 (a little) to 4 (very well). Null if the respondent did not say.',
  })
  closeness!: number | null;
}

@ObjectType('Survey', {
  description: 'A survey as its owner sees it. It never includes what friends answered.',
})
export class SurveyType {
  @Field(() => ID, {
    description: 'Unique, opaque identifier. Friends cannot open the survey with it: they need the slug.',
  })
  id!: string;

  @Field(() => String, {
    description: 'Unguessable last part of the survey link. `rotateSurveyLink` replaces it.',
  })
  slug!: string;

  @Field(() => String, { description: 'Link to share with friends.' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: "The owner's own title. Friends do not see it. Null if the owner set none.",
  })
  title!: string | null;

  @Field(() => String, { description: 'Name that friends see.' })
  ownerName!: string;

  @Field(() => Locale, { description: 'Language of the questions and of the persona.' })
  locale!: Locale;

  @Field(() => SurveyStatus, { description: 'Whether the survey accepts responses.' })
  status!: SurveyStatus;

  @Field(() => Int, { description: 'Number of responses, exact and up to date.' })
  responseCount!: number;

  @Field(() => Int, { description: 'Number of responses needed to make a persona.' })
  threshold!: number;

  @Field(() => Int, {
    description:
      'Number of responses at which the results change next. Responses are released in groups of at least three.',
  })
  nextRelease!: number;

  @Field(() => Boolean, {
    description: 'Whether the figures of this survey may be added to the norms once the survey is closed.',
  })
  normConsent!: boolean;

  @Field(() => String, { description: 'Day the survey was created, as `YYYY-MM-DD` in UTC.' })
  createdOn!: string;

  @Field(() => Int, {
    description:
      'Increases with every change. Discard an event whose revision is lower than the one you already have.',
  })
  revision!: number;
}

@ObjectType({ description: 'A survey in a list.' })
export class SurveyEdge {
  @Field(() => String, { description: 'Opaque cursor of this item, for use as `after`.' })
  cursor!: string;

  @Field(() => SurveyType, { description: 'The survey.' })
  node!: SurveyType;
}

@ObjectType({ description: 'A page of surveys, newest first.' })
export class SurveyConnection {
  @Field(() => [SurveyEdge], { complexity: edgesOfPage, description: 'Surveys on this page, newest first.' })
  edges!: SurveyEdge[];

  @Field(() => PageInfo, { description: 'Position of this page in the list.' })
  pageInfo!: PageInfo;
}
