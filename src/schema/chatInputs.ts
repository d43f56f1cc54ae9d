import { Field, ID, InputType, Int } from 'type-graphql';

const keyDescription = 'Made by the client once for this: sent again, it counts once.';

@InputType({ description: 'Says something to the mirror.' })
export class SendMessageInput {
  @Field(() => ID, { description: 'Whose mirror.' })
  personaId!: string;

  @Field(() => String, { description: 'At most 4,000 characters.' })
  text!: string;

  @Field(() => ID, { description: keyDescription })
  clientKey!: string;
}

@InputType({ description: 'Says an earlier message in other words; the talk forks there.' })
export class EditMessageInput {
  @Field(() => ID, { description: "Which of the owner's messages." })
  messageId!: string;

  @Field(() => String, { description: 'At most 4,000 characters.' })
  text!: string;

  @Field(() => ID, { description: keyDescription })
  clientKey!: string;
}

@InputType({ description: 'Has a question answered again.' })
export class RegenerateReplyInput {
  @Field(() => ID, { description: 'A reply that has ended, also one that failed.' })
  messageId!: string;

  @Field(() => ID, { description: keyDescription })
  clientKey!: string;
}

@InputType({ description: 'Stops a reply.' })
export class StopReplyInput {
  @Field(() => ID, { description: 'Which reply.' })
  messageId!: string;
}

@InputType({ description: 'Shows a message in place of its alternatives.' })
export class ChooseAlternativeInput {
  @Field(() => ID, { description: 'The one to show.' })
  messageId!: string;
}

@InputType({ description: 'Asks what a reply rests on.' })
export class ExplainReplyInput {
  @Field(() => ID, { description: 'A reply that has ended.' })
  messageId!: string;
}

@InputType({ description: 'Opens the conversation with another greeting.' })
export class ChooseGreetingInput {
  @Field(() => ID, { description: 'Whose mirror.' })
  personaId!: string;

  @Field(() => Int, { description: '0 is the persona’s own, 1 and up its alternates.' })
  greeting!: number;
}

@InputType({ description: 'Has the mirror remember something.' })
export class PinFactInput {
  @Field(() => ID, { description: 'Whose mirror.' })
  personaId!: string;

  @Field(() => String, { description: 'At most 280 characters.' })
  text!: string;
}

@InputType({ description: 'Puts a remembered fact right.' })
export class CorrectFactInput {
  @Field(() => ID, { description: 'Which fact.' })
  factId!: string;

  @Field(() => String, { description: 'At most 280 characters.' })
  text!: string;
}

@InputType({ description: 'Forgets a fact.' })
export class ForgetFactInput {
  @Field(() => ID, { description: 'Which fact.' })
  factId!: string;
}

@InputType({ description: 'Puts the summary of the talk right, or forgets it.' })
export class CorrectSummaryInput {
  @Field(() => ID, { description: 'Whose mirror.' })
  personaId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'At most 2,000 characters; left out, the older part of the talk is forgotten.',
  })
  summary?: string | null;
}
