import { Field, ID, InputType, Int } from 'type-graphql';
import { Archetype, Locale } from '../enums.js';
import { AnswerInput } from '../survey/inputs.js';
import { CharacterCardFormat, QuoteReport } from './enums.js';

@InputType({ description: 'Input for `retryPersona`.' })
export class RetryPersonaInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;
}

@InputType({ description: 'Input for `showVersion`.' })
export class ShowVersionInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of a `READY` version. If omitted, the newest `READY` version is always shown.',
  })
  number?: number | null;
}

@InputType({ description: 'Input for `chooseVoice`.' })
export class ChooseVoiceInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;

  @Field(() => Archetype, {
    nullable: true,
    description: 'Archetype whose voice to use. If omitted, the persona speaks in its own voice.',
  })
  archetype?: Archetype | null;
}

@InputType({ description: 'Input for `exportCharacterCard`.' })
export class ExportCharacterCardInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;

  @Field(() => CharacterCardFormat, { description: 'Format of the file.' })
  format!: CharacterCardFormat;
}

@InputType({ description: 'Input for `importCharacterCard`.' })
export class ImportCharacterCardInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;

  @Field(() => String, {
    description:
      'The card as JSON, Character Card V2 or V3: of a PNG the decoded `ccv3` or `chara`, of a CHARX `card.json`. At most 96 KiB in UTF-8, and 50 levels.',
  })
  card!: string;
}

@InputType({ description: 'Input for `removeKeptFields`.' })
export class RemoveKeptFieldsInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;
}

@InputType({ description: 'Input for `publishPersona`.' })
export class PublishPersonaInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether search engines may list the public page. Defaults to false.',
  })
  searchable?: boolean | null;
}

@InputType({ description: 'Input for `unpublishPersona`.' })
export class UnpublishPersonaInput {
  @Field(() => ID, { description: 'ID of the persona.' })
  personaId!: string;
}

@InputType({ description: 'Input for `answerAboutMyself`.' })
export class AnswerAboutMyselfInput {
  @Field(() => [AnswerInput], {
    description:
      'At most 50 answers to the questions of `selfQuestions`, including at least ten to `SCALE` questions (not counting `cannotTell`). `TEXT` questions cannot be answered.',
  })
  answers!: AnswerInput[];

  @Field(() => Locale, {
    nullable: true,
    description:
      'Language of the practice persona. If omitted, an existing practice persona keeps its language and a new one gets `EN`.',
  })
  locale?: Locale | null;
}

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
