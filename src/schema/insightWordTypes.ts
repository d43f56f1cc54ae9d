import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('ChosenWord', { description: 'A word that friends chose; in practice mode, the person.' })
export class ChosenWordType {
  @Field(() => ID, { description: 'Id of the option of the WORDS question.' })
  id!: string;

  @Field(() => String, { description: 'The word, in the language of the persona.' })
  word!: string;

  @Field(() => Int, { description: 'How many chose it.' })
  count!: number;

  @Field(() => Float, { description: 'Of all friends, 0–1; in practice mode 1.' })
  share!: number;
}

@ObjectType('Quote', {
  description: 'What at least three friends wrote, blended into other words: nobody wrote it so.',
})
export class QuoteType {
  @Field(() => ID, { description: 'EV-Q1 and up: sentences cite it.' })
  id!: string;

  @Field(() => String, { description: 'The blend.' })
  text!: string;
}

@ObjectType('JohariWord', { description: 'A word of the Johari window.' })
export class JohariWordType {
  @Field(() => ID, { description: 'Id of the option of the WORDS question.' })
  id!: string;

  @Field(() => String, { description: 'The word, in the language of the persona.' })
  label!: string;
}

@ObjectType('JohariWindow', {
  description: 'Who sees which word: all words of the questionnaire, each in one pane (Luft & Ingham 1955).',
})
export class JohariWindowType {
  @Field(() => [JohariWordType], { description: 'Chosen by the person and by at least a third of friends.' })
  arena!: JohariWordType[];

  @Field(() => [JohariWordType], {
    description: 'Not chosen by the person, but by at least a third of friends and two of them.',
  })
  blindSpot!: JohariWordType[];

  @Field(() => [JohariWordType], {
    description: 'Chosen by the person and by no friend; one alone counts as none.',
  })
  facade!: JohariWordType[];

  @Field(() => [JohariWordType], { description: 'All other words.' })
  unknown!: JohariWordType[];
}
