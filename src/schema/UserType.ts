import { Field, ID, ObjectType } from 'type-graphql';
import { describeEnum } from './describeEnum.js';
import { enumOf } from './enumOf.js';
import { Locale } from './enums.js';

export const AgeStanding = enumOf('UNKNOWN', 'TOO_YOUNG', 'MINOR', 'ADULT');
export type AgeStanding = keyof typeof AgeStanding;

describeEnum(
  'AgeStanding',
  AgeStanding,
  'What the age of a person allows. A birthday counts from the month after.',
  {
    UNKNOWN:
      'The person was not asked yet, or was too young then and is old enough now: giveConsent, with the same month.',
    TOO_YOUNG:
      'Under 14 where the consent is in Korean, else under 16: the person can read, and delete the account.',
    MINOR: 'Under 18: friends are asked no open question.',
    ADULT: '18 and over.',
  },
);

@ObjectType('Consent', { description: 'What a person consented to.' })
export class ConsentType {
  @Field(() => String, { description: 'Version of the text.' })
  version!: string;

  @Field(() => Locale, { description: 'The language in which the text was read.' })
  locale!: Locale;

  @Field(() => String, { description: 'The day, YYYY-MM-DD.' })
  givenOn!: string;
}

@ObjectType('User', { description: 'Someone who signed in.' })
export class UserType {
  @Field(() => ID, { description: 'Stable, opaque.' })
  id!: string;

  @Field(() => String, { description: "The name of the person's Google account." })
  displayName!: string;

  @Field(() => String, {
    description: "The address of the person's Google account. Only the person sees it.",
  })
  email!: string;

  @Field(() => AgeStanding, { description: 'What the age of the person allows today.' })
  ageStanding!: AgeStanding;

  @Field(() => ConsentType, {
    nullable: true,
    description: 'Null until giveConsent, and while the person is too young.',
  })
  consent!: ConsentType | null;
}
