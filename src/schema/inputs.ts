import { Field, ID, InputType, Int } from 'type-graphql';
import { Archetype, Locale, Relation } from './enums.js';

@InputType({ description: 'Signs in with Google.' })
export class SignInWithGoogleInput {
  @Field(() => String, { description: 'The ID token that Google issued to this app.' })
  idToken!: string;

  @Field(() => String, { nullable: true, description: 'The nonce of the sign-in request, if one was sent.' })
  nonce?: string | null;
}

@InputType({ description: 'Trades a refresh token for a fresh pair.' })
export class RefreshSessionInput {
  @Field(() => String, {
    description: 'The newest refresh token of the session. Used twice, it ends the session.',
  })
  refreshToken!: string;
}

@InputType({ description: 'Creates a survey about the viewer.' })
export class CreateSurveyInput {
  @Field(() => String, { nullable: true, description: "The owner's own title, at most 120 characters." })
  title?: string | null;

  @Field(() => Locale, { nullable: true, description: 'Language; English by default.' })
  locale?: Locale | null;

  @Field(() => String, {
    nullable: true,
    description: 'What friends see, at most 60 characters; the given name by default.',
  })
  displayName?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether its figures may, once it is closed, flow into the norms that people are compared with: sums over people, in which nobody can be found. False by default.',
  })
  normConsent?: boolean | null;
}

@InputType({ description: 'Closes a survey.' })
export class CloseSurveyInput {
  @Field(() => ID, { description: 'Which survey.' })
  surveyId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'As in CreateSurveyInput; not given, what was said then holds.',
  })
  normConsent?: boolean | null;
}

@InputType({ description: 'Names one of the viewer’s surveys.' })
export class SurveyInput {
  @Field(() => ID, { description: 'Which survey.' })
  surveyId!: string;
}

@InputType({ description: 'One answer. Give exactly the field that fits the kind of the question.' })
export class AnswerInput {
  @Field(() => ID, { description: 'Which question.' })
  questionId!: string;

  @Field(() => Int, { nullable: true, description: '1–5 for a SCALE question.' })
  scale?: number | null;

  @Field(() => [ID], { nullable: true, description: 'The chosen words of a WORDS question.' })
  optionIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The line of a TEXT question, at most 140 characters.',
  })
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True if the respondent cannot tell: counts as no answer.',
  })
  cannotTell?: boolean | null;
}

@InputType({ description: "A friend's response. No sign-in." })
export class SubmitResponseInput {
  @Field(() => String, { description: 'The last part of the link.' })
  slug!: string;

  @Field(() => ID, { description: 'Made by the client once for this response: sent again, it counts once.' })
  clientKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A random token that the client keeps on its device. Stored only as an HMAC.',
  })
  fingerprint?: string | null;

  @Field(() => Relation, {
    nullable: true,
    description: 'Who the respondent is to the owner; OTHER by default.',
  })
  relation?: Relation | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How well the respondent knows the owner, 1 (a little) to 4 (very well).',
  })
  closeness?: number | null;

  @Field(() => Int, { nullable: true, description: 'How long answering took, in milliseconds.' })
  elapsedMs?: number | null;

  @Field(() => [AnswerInput], {
    description: 'At least ten SCALE answers, and at most one to a TEXT question.',
  })
  answers!: AnswerInput[];
}

@InputType({ description: 'Withdraws a response.' })
export class WithdrawResponseInput {
  @Field(() => ID, { description: 'The receipt that submitting answered.' })
  receipt!: string;
}

@InputType({ description: 'Resumes a failed persona at the step that failed.' })
export class RetryPersonaInput {
  @Field(() => ID, { description: 'Which persona.' })
  personaId!: string;
}

@InputType({ description: 'Chooses which version of a persona is shown.' })
export class ShowVersionInput {
  @Field(() => ID, { description: 'Which persona.' })
  personaId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Which version, a READY one; not given, always the newest.',
  })
  number?: number | null;
}

@InputType({ description: 'Chooses the voice of a mirror.' })
export class ChooseVoiceInput {
  @Field(() => ID, { description: 'Which persona.' })
  personaId!: string;

  @Field(() => Archetype, { nullable: true, description: 'Whose voice; not given, its own.' })
  archetype?: Archetype | null;
}

@InputType({ description: 'Answers the questionnaire about oneself.' })
export class AnswerAboutMyselfInput {
  @Field(() => [AnswerInput], {
    description:
      'At least ten SCALE answers, and up to five words. Ids as in a survey; TEXT questions are not asked.',
  })
  answers!: AnswerInput[];

  @Field(() => Locale, {
    nullable: true,
    description: 'Language of the practice persona; English by default.',
  })
  locale?: Locale | null;
}
