import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Locale, Relation } from './enums.js';
import { QuestionType } from './PublicSurveyType.js';

@ObjectType('Answer', { description: 'One answer, as the respondent gave it.' })
export class AnswerType {
  @Field(() => ID, { description: 'Which question.' })
  questionId!: string;

  @Field(() => Int, { nullable: true, description: '1–5 for a SCALE question.' })
  scale!: number | null;

  @Field(() => [ID], { nullable: true, description: 'The chosen words of a WORDS question.' })
  optionIds!: string[] | null;

  @Field(() => String, { nullable: true, description: 'The line of a TEXT question.' })
  text!: string | null;

  @Field(() => Boolean, { description: 'Whether the respondent could not tell.' })
  cannotTell!: boolean;
}

@ObjectType('Response', { description: "A respondent's own response, shown to whoever holds its receipt." })
export class ResponseType {
  @Field(() => String, { description: 'The day it was submitted, YYYY-MM-DD. Nothing finer is shown.' })
  submittedOn!: string;

  @Field(() => [AnswerType], { description: 'In the order of the questionnaire.' })
  answers!: AnswerType[];

  @Field(() => [QuestionType], { description: 'The questions that were answered, as they were asked.' })
  questions!: QuestionType[];

  @Field(() => Locale, { description: 'The language of the questions.' })
  locale!: Locale;

  @Field(() => Relation, { description: 'Who the respondent said to be to the owner.' })
  relation!: Relation;

  @Field(() => Int, {
    nullable: true,
    description: 'How well the respondent said to know the owner, 1 to 4.',
  })
  closeness!: number | null;
}
