import { Field, ID, ObjectType } from 'type-graphql';
import { Locale, QuestionKind, SurveyStatus } from './enums.js';

@ObjectType('QuestionOption', { description: 'One choice of a question.' })
export class QuestionOptionType {
  @Field(() => ID, { description: 'The same in every survey of a questionnaire version.' })
  id!: string;

  @Field(() => String, { description: 'The choice in the language of the question.' })
  label!: string;
}

@ObjectType('Question', {
  description: 'One question: about the owner of a survey in the third person, about oneself in the first.',
})
export class QuestionType {
  @Field(() => ID, {
    description: 'The same in every survey of a questionnaire version: MI01 … MI20, WORDS, OT1 … OT3.',
  })
  id!: string;

  @Field(() => QuestionKind, { description: 'How it is answered.' })
  kind!: QuestionKind;

  @Field(() => String, {
    description:
      "The question in the survey's language, naming the owner; about oneself, in the language asked for.",
  })
  text!: string;

  @Field(() => Boolean, { description: 'Whether a response must hold an answer to it.' })
  required!: boolean;

  @Field(() => [QuestionOptionType], {
    description: 'The points of a SCALE, the words of WORDS; empty for TEXT.',
  })
  options!: QuestionOptionType[];
}

@ObjectType('PublicSurvey', {
  description: 'A survey as friends see it: the same for everyone, so it can be cached at the edge.',
})
export class PublicSurveyType {
  @Field(() => String, { description: 'The last part of the link.' })
  slug!: string;

  @Field(() => String, { description: 'Whom the questions are about.' })
  ownerName!: string;

  @Field(() => Locale, { description: 'The language of the questions.' })
  locale!: Locale;

  @Field(() => SurveyStatus, { description: 'Whether it takes answers now.' })
  status!: SurveyStatus;

  @Field(() => [QuestionType], {
    description:
      'In the order to ask them. Of the TEXT questions a friend answers one at the most: a client asks one, drawn by lot. Some surveys have none.',
  })
  questions!: QuestionType[];
}
