import { Field, ID, ObjectType } from 'type-graphql';
import { listOf } from '../../queryCost.js';

@ObjectType('JohariWord', { description: 'A word in the Johari window.' })
export class JohariWordType {
  @Field(() => ID, { description: 'ID of the option of the `WORDS` question.' })
  id!: string;

  @Field(() => String, { description: 'The word, in the language of the persona.' })
  label!: string;

  @Field(() => String, {
    description:
      'Who picked it: how many friends, and whether the owner did. A word that only one friend picked counts as picked by none.',
  })
  evidence!: string;
}

@ObjectType('JohariWindow', {
  description:
    'The Johari window (Luft & Ingham 1955): every word of the questionnaire, each in one pane. Words are in the order of the questionnaire.',
})
export class JohariWindowType {
  @Field(() => [String], {
    complexity: listOf(2),
    description: 'The question behind every word, as friends read it, and as the owner did.',
  })
  questions!: string[];

  @Field(() => [JohariWordType], {
    complexity: listOf(8),
    description: 'Words chosen by the owner and by at least a third of friends.',
  })
  arena!: JohariWordType[];

  @Field(() => [JohariWordType], {
    complexity: listOf(8),
    description:
      'Words not chosen by the owner, but by at least a third of friends and at least two of them.',
  })
  blindSpot!: JohariWordType[];

  @Field(() => [JohariWordType], {
    complexity: listOf(8),
    description:
      'Words chosen by the owner and by no friend. A word that only one friend chose counts as chosen by none.',
  })
  facade!: JohariWordType[];

  @Field(() => [JohariWordType], {
    complexity: listOf(8),
    description:
      'Words chosen by at least two friends, but by less than a third of them, whether or not the owner chose them.',
  })
  someFriends!: JohariWordType[];

  @Field(() => [JohariWordType], {
    complexity: listOf(8),
    description: 'All other words: no two friends chose them.',
  })
  unknown!: JohariWordType[];
}
