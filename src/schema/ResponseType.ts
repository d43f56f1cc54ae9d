import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Locale, Relation } from './enums.js';
import { QuestionType } from './PublicSurveyType.js';

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

  @Field(() => [AnswerType], { description: 'Answers, in the order of the questionnaire.' })
  answers!: AnswerType[];

  @Field(() => [QuestionType], {
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
