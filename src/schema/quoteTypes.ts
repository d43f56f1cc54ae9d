import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { registerDescribedEnum } from './describeEnum.js';
import { createEnum } from './enumOf.js';
import { PersonaType } from './PersonaType.js';

export const QuoteReport = createEnum('UNKIND', 'IDENTIFYING', 'UNTRUE', 'OTHER');
export type QuoteReport = keyof typeof QuoteReport;

registerDescribedEnum(
  'QuoteReport',
  QuoteReport,
  'Why a quote is reported. A report does not reveal who wrote the texts.',
  {
    UNKIND: 'The quote is hurtful.',
    IDENTIFYING: 'The quote reveals who wrote it or identifies someone.',
    UNTRUE: 'The quote is not true.',
    OTHER: 'Any other reason.',
  },
);

@InputType({ description: 'Input for `hideQuote`.' })
export class HideQuoteInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the version that has the quote. Defaults to the version that is shown.',
  })
  version?: number | null;

  @Field(() => ID, { description: 'ID of the quote in that version, `EV-Q1` and up.' })
  quoteId!: string;

  @Field(() => QuoteReport, {
    nullable: true,
    description:
      'Reason for reporting the quote to the operators of this server. If omitted, the quote is hidden without a report.',
  })
  report?: QuoteReport | null;
}

@ObjectType({ description: 'Result of `hideQuote`.' })
export class HideQuotePayload {
  @Field(() => PersonaType, { description: 'The updated persona.' })
  persona!: PersonaType;
}
