import { Field, ID, ObjectType } from 'type-graphql';
import { Locale, QuestionKind, SurveyStatus } from './enums.js';

@ObjectType('QuestionOption', { description: 'An option of a question.' })
export class QuestionOptionType {
  @Field(() => ID, {
    description: 'Identifier of the option, the same in every survey of a questionnaire version.',
  })
  id!: string;

  @Field(() => String, { description: 'Text of the option, in the language of the question.' })
  label!: string;
}

@ObjectType('Question', {
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
    description:
      'Options to choose from: the five points of a `SCALE` question in ascending order, or the words of a `WORDS` question. Empty for a `TEXT` question.',
  })
  options!: QuestionOptionType[];
}

@ObjectType('PublicSurvey', {
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
    description:
      'Questions, in the order to ask them. A response may answer at most one `TEXT` question, so ask one of them, chosen at random. Some surveys have no `TEXT` questions.',
  })
  questions!: QuestionType[];
}
