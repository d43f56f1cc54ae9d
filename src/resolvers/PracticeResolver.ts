import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import { answerAboutMyself } from '../commands/answerAboutMyself.js';
import type { Context } from '../context.js';
import { Persona } from '../entities/Persona.js';
import { SelfPortrait } from '../entities/SelfPortrait.js';
import { QUESTIONNAIRE_VERSION } from '../mirror/questionnaire/questionnaire.js';
import { renderOwnQuestionnaire } from '../mirror/questionnaire/renderQuestionnaire.js';
import { Locale } from '../schema/enums.js';
import { AnswerAboutMyselfInput } from '../schema/inputs.js';
import { AnswerAboutMyselfPayload } from '../schema/payloads.js';
import { PersonaType } from '../schema/PersonaType.js';
import { QuestionType } from '../schema/PublicSurveyType.js';
import { AnswerType } from '../schema/ResponseType.js';
import { UserType } from '../schema/UserType.js';
import { personaView } from './personaView.js';
import { answerView } from './responseView.js';
import { signedIn } from './signedIn.js';

/** Practice mode: a mirror to talk to before any friend has answered. */
@Resolver(() => UserType)
export class PracticeResolver {
  @FieldResolver(() => PersonaType, {
    nullable: true,
    description:
      'The proto-persona of the viewer’s own answers, apart from any survey and never public. Null before answerAboutMyself.',
  })
  async practicePersona(@Ctx() ctx: Context): Promise<PersonaType | null> {
    const mine = { owner: signedIn(ctx).userId, survey: null };
    const persona = await ctx.em.findOne(Persona, mine, { refresh: true });
    return persona === null ? null : personaView(ctx.em, persona);
  }

  @FieldResolver(() => [AnswerType], {
    nullable: true,
    description: 'What the viewer answered about themselves. Null before answerAboutMyself.',
  })
  async aboutMyself(@Ctx() ctx: Context): Promise<AnswerType[] | null> {
    const portrait = await ctx.em.findOne(SelfPortrait, { owner: signedIn(ctx).userId }, { refresh: true });
    return portrait === null ? null : portrait.answers.map(answerView);
  }

  @Query(() => [QuestionType], {
    description:
      'The questions of answerAboutMyself, in the first person: MI01 … MI20 and WORDS. The same for everyone.',
  })
  selfQuestions(
    @Arg('locale', () => Locale, { description: 'The language to ask in.' }) locale: Locale,
  ): QuestionType[] {
    return renderOwnQuestionnaire(QUESTIONNAIRE_VERSION, locale);
  }

  @Mutation(() => AnswerAboutMyselfPayload, {
    description:
      'Keeps the viewer’s own answers: the practice persona is made of them, and Johari window and blind spots compare with them.',
  })
  async answerAboutMyself(
    @Ctx() ctx: Context,
    @Arg('input', () => AnswerAboutMyselfInput, { description: 'The answers.' })
    input: AnswerAboutMyselfInput,
  ): Promise<AnswerAboutMyselfPayload> {
    return { persona: await personaView(ctx.em, await answerAboutMyself(ctx, signedIn(ctx), input)) };
  }
}
