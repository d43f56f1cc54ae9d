import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Position of a page in its list, as in the Relay specification.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are items after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are items before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Cursor of the first item. Pass it as `before` to get the previous page, in lists that support it. Null if the page is empty.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Cursor of the last item. Pass it as `after` to get the next page. Null if the page is empty.',
  })
  endCursor!: string | null;
}
