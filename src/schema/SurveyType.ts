import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Locale, SurveyStatus } from './enums.js';
import { PageInfo } from './PageInfo.js';

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
  @Field(() => [SurveyEdge], { description: 'Surveys on this page, newest first.' })
  edges!: SurveyEdge[];

  @Field(() => PageInfo, { description: 'Position of this page in the list.' })
  pageInfo!: PageInfo;
}
