import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { describeEnum } from './describeEnum.js';
import { enumOf } from './enumOf.js';
import { PersonaType } from './PersonaType.js';

export const QuoteReport = enumOf('UNKIND', 'IDENTIFYING', 'UNTRUE', 'OTHER');
export type QuoteReport = keyof typeof QuoteReport;

describeEnum('QuoteReport', QuoteReport, 'Why a quote is reported. Nothing tells who wrote it.', {
  UNKIND: 'It hurts.',
  IDENTIFYING: 'It tells who wrote it, or gives somebody away.',
  UNTRUE: 'It is not so.',
  OTHER: 'Anything else.',
});

@InputType({ description: 'Hides a quote for good.' })
export class HideQuoteInput {
  @Field(() => ID, { description: 'Which persona.' })
  personaId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version in which the quote was read; by default the one that is shown.',
  })
  version?: number | null;

  @Field(() => ID, { description: 'Which quote of that version: EV-Q1 and up.' })
  quoteId!: string;

  @Field(() => QuoteReport, {
    nullable: true,
    description: 'Why those who run this should look at it; not given, it is only hidden.',
  })
  report?: QuoteReport | null;
}

@ObjectType({ description: 'The quote is hidden, in every version.' })
export class HideQuotePayload {
  @Field(() => PersonaType, { description: 'As it is now.' })
  persona!: PersonaType;
}
