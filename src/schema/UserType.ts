import { Field, ID, ObjectType } from 'type-graphql';

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
}
