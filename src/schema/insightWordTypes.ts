import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('ChosenWord', {
  description: 'A word that friends chose. In practice mode, a word that the owner chose.',
})
export class ChosenWordType {
  @Field(() => ID, { description: 'ID of the option of the `WORDS` question.' })
  id!: string;

  @Field(() => String, { description: 'The word, in the language of the persona.' })
  word!: string;

  @Field(() => Int, { description: 'Number of friends who chose the word. In practice mode, 1.' })
  count!: number;

  @Field(() => Float, { description: 'Share of friends who chose the word, 0 to 1. In practice mode, 1.' })
  share!: number;
}

@ObjectType('Quote', {
  description:
    'A paraphrase that blends what at least three friends wrote. None of them wrote it in these words.',
})
export class QuoteType {
  @Field(() => ID, { description: 'Evidence ID, `EV-Q1` and up, which sentences cite.' })
  id!: string;

  @Field(() => String, { description: 'Text of the quote.' })
  text!: string;
}

@ObjectType('JohariWord', { description: 'A word in the Johari window.' })
export class JohariWordType {
  @Field(() => ID, { description: 'ID of the option of the `WORDS` question.' })
  id!: string;

  @Field(() => String, { description: 'The word, in the language of the persona.' })
  label!: string;
}

@ObjectType('JohariWindow', {
  description:
    'The Johari window (Luft & Ingham 1955): every word of the questionnaire, each in one pane. Words are in the order of the questionnaire.',
})
export class JohariWindowType {
  @Field(() => [JohariWordType], {
    description: 'Words chosen by the owner and by at least a third of friends.',
  })
  arena!: JohariWordType[];

  @Field(() => [JohariWordType], {
    description:
      'Words not chosen by the owner, but by at least a third of friends and at least two of them.',
  })
  blindSpot!: JohariWordType[];

  @Field(() => [JohariWordType], {
    description:
      'Words chosen by the owner and by no friend. A word that only one friend chose counts as chosen by none.',
  })
  facade!: JohariWordType[];

  @Field(() => [JohariWordType], { description: 'All other words.' })
  unknown!: JohariWordType[];
}
