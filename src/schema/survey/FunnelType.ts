import { Field, Int, ObjectType } from 'type-graphql';
import { listOf } from '../../queryCost.js';

@ObjectType('FunnelCounts', {
  description:
    'How often something happened. Programs, pages loaded in advance and reloads are not counted. A number below three on one day is added to a later day, so no number tells of one or two people.',
})
export class FunnelCountsType {
  @Field(() => Int, { description: 'How often the page of the survey was opened.' })
  surveyViews!: number;

  @Field(() => Int, {
    description:
      'How often the link of the survey was sent or posted, as far as the server can tell: a messenger or network fetched a preview. Most of them keep a preview for some time, so there may be more.',
  })
  surveyShares!: number;

  @Field(() => Int, { description: 'How often the public page of the persona was opened.' })
  pageViews!: number;

  @Field(() => Int, {
    description: 'How often the link of the public page was sent or posted, counted like `surveyShares`.',
  })
  pageShares!: number;

  @Field(() => Int, {
    description: 'Number of people who came from the public page and created their first survey.',
  })
  newOwners!: number;
}

@ObjectType('FunnelDay', { description: 'What happened on a day.' })
export class FunnelDayType extends FunnelCountsType {
  @Field(() => String, { description: 'The day, as `YYYY-MM-DD` in UTC.' })
  day!: string;
}

@ObjectType('QuestionStop', {
  description: 'How often friends left the survey at a question without sending their answers.',
})
export class QuestionStopType {
  @Field(() => Int, { description: 'Position of the question in the survey, from 1.' })
  question!: number;

  @Field(() => Int, {
    description:
      'Number of visits that ended there, of all counted days. Someone who came back later is included.',
  })
  times!: number;
}

@ObjectType('Funnel', {
  description:
    'Daily counts of how a survey and its public page spread. No identity is stored. A day is shown once it is over.',
})
export class FunnelType {
  @Field(() => String, {
    description:
      'The last day that is counted, as `YYYY-MM-DD` in UTC. A day is counted one hour after its end.',
  })
  until!: string;

  @Field(() => Int, {
    description: 'Number of responses, the same as `responseCount`: exact and up to date. Not known by day.',
  })
  answers!: number;

  @Field(() => FunnelCountsType, { description: 'The sums of all counted days, at most the last 400.' })
  totals!: FunnelCountsType;

  @Field(() => [FunnelDayType], {
    complexity: listOf(60),
    description: 'Days on which something was counted, oldest first: at most the last 400.',
  })
  days!: FunnelDayType[];

  @Field(() => Int, { description: 'Number of questions in the survey, with relation and closeness.' })
  questions!: number;

  @Field(() => [QuestionStopType], {
    complexity: listOf(24),
    description:
      'Where friends stopped, in the order of the questions. Empty below ten responses. Questions at which fewer than three visits ended are left out.',
  })
  stops!: QuestionStopType[];
}
