import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page stands in its list (Relay connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` to get the next page.' })
  endCursor!: string | null;
}
