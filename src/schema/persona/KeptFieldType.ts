import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('KeptField', {
  description:
    'A field that the owner added to the character card of a persona in another program. It is written into the next card and used for nothing else, and only the owner sees it.',
})
export class KeptFieldType {
  @Field(() => String, {
    description:
      'Place of the field in the card, such as `data.tags` or `data.extensions.depth_prompt`. At most 100 characters of it.',
  })
  name!: string;

  @Field(() => Int, {
    description: 'Number of things in it: of texts in a list, or of entries in a lorebook; 1 for others.',
  })
  count!: number;
}
