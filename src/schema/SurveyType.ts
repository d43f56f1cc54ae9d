import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Locale, SurveyStatus } from './enums.js';
import { PageInfo } from './PageInfo.js';

@ObjectType('Survey', {
  description: 'A survey as its owner sees it. What friends said is never part of it.',
})
export class SurveyType {
  @Field(() => ID, { description: 'Stable, opaque. It opens nothing: friends need the slug.' })
  id!: string;

  @Field(() => String, {
    description: 'The unguessable last part of the link. Rotating the link replaces it.',
  })
  slug!: string;

  @Field(() => String, { description: 'The link to share.' })
  url!: string;

  @Field(() => String, { nullable: true, description: "The owner's own title; friends do not see it." })
  title!: string | null;

  @Field(() => String, { description: 'What friends see in place of the full name.' })
  ownerName!: string;

  @Field(() => Locale, { description: 'The language of the questions and of the persona.' })
  locale!: Locale;

  @Field(() => SurveyStatus, { description: 'Whether it takes answers.' })
  status!: SurveyStatus;

  @Field(() => Int, { description: 'How many friends have answered: exact and live.' })
  responseCount!: number;

  @Field(() => Int, { description: 'How many answers make a persona.' })
  threshold!: number;

  @Field(() => Int, {
    description: 'At how many answers results change next: answers are released several at a time.',
  })
  nextRelease!: number;

  @Field(() => Boolean, {
    description:
      'Whether its figures may, once it is closed, flow into the norms that people are compared with.',
  })
  normConsent!: boolean;

  @Field(() => String, { description: 'The day it was created, YYYY-MM-DD.' })
  createdOn!: string;

  @Field(() => Int, {
    description: 'Rises with every change. A live view drops what is older than what it has.',
  })
  revision!: number;
}

@ObjectType({ description: 'A survey in a list.' })
export class SurveyEdge {
  @Field(() => String, { description: 'Opaque position in the list.' })
  cursor!: string;

  @Field(() => SurveyType, { description: 'The survey.' })
  node!: SurveyType;
}

@ObjectType({ description: 'A page of surveys, newest first.' })
export class SurveyConnection {
  @Field(() => [SurveyEdge], { description: 'The surveys of this page.' })
  edges!: SurveyEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;
}
