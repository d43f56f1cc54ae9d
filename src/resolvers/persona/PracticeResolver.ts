import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import { requireViewer } from '../../access/viewer.js';
import { answerAboutMyself } from '../../commands/persona/answerAboutMyself.js';
import type { Context } from '../../context.js';
import { Persona } from '../../entities/Persona.js';
import { portraitAnswers, SelfPortrait } from '../../entities/SelfPortrait.js';
import { QUESTIONNAIRE_VERSION } from '../../measurement/questionnaire/questionnaire.js';
import { renderOwnQuestionnaire } from '../../measurement/questionnaire/renderQuestionnaire.js';
import { listOf } from '../../queryCost.js';
import { UserType } from '../../schema/account/types.js';
import { Locale } from '../../schema/enums.js';
import { AnswerAboutMyselfInput } from '../../schema/persona/inputs.js';
import { AnswerAboutMyselfPayload } from '../../schema/persona/payloads.js';
import { PersonaType } from '../../schema/persona/PersonaType.js';
import { AnswerType, QuestionType } from '../../schema/survey/types.js';
import { answerView } from '../survey/surveyView.js';
import { personaView } from './personaView.js';

/** Practice mode: a persona to chat with before any friend has answered. */
@Resolver(() => UserType)
export class PracticeResolver {
  @FieldResolver(() => PersonaType, {
    nullable: true,
    complexity: 40,
    description:
      "The practice persona, made from the viewer's answers about themselves. It belongs to no survey and is never public. Null until `answerAboutMyself` is called.",
  })
  async practicePersona(@Ctx() ctx: Context): Promise<PersonaType | null> {
    const ofViewer = { owner: requireViewer(ctx).userId, survey: null };
    const persona = await ctx.em.findOne(Persona, ofViewer, { refresh: true });
    return persona === null ? null : personaView(ctx.em, persona);
  }

  @FieldResolver(() => [AnswerType], {
    nullable: true,
    complexity: listOf(25, 10),
    description:
      "The viewer's answers about themselves, in the order of the questionnaire. Null until `answerAboutMyself` is called.",
  })
  async aboutMyself(@Ctx() ctx: Context): Promise<AnswerType[] | null> {
    const owner = requireViewer(ctx).userId;
    const portrait = await ctx.em.findOne(SelfPortrait, { owner }, { refresh: true });
    return portrait && portraitAnswers.open(ctx.em, owner, portrait.answers).map(answerView);
  }

  @Query(() => [QuestionType], {
    complexity: listOf(25),
    description:
      'Questions for `answerAboutMyself`, in the first person and in the order to ask them: `MI01` to `MI20`, then `WORDS`. The same for every caller.',
  })
  selfQuestions(
    @Arg('locale', () => Locale, { description: 'Language of the questions.' }) locale: Locale,
  ): QuestionType[] {
    return renderOwnQuestionnaire(QUESTIONNAIRE_VERSION, locale);
  }

  @Mutation(() => AnswerAboutMyselfPayload, {
    description:
      "Stores the viewer's answers about themselves and makes the practice persona from them. The Johari window and the blind spots compare these answers with those of friends.",
  })
  async answerAboutMyself(
    @Ctx() ctx: Context,
    @Arg('input', () => AnswerAboutMyselfInput, { description: 'Parameters for `answerAboutMyself`.' })
    input: AnswerAboutMyselfInput,
  ): Promise<AnswerAboutMyselfPayload> {
    return { persona: await personaView(ctx.em, await answerAboutMyself(ctx, requireViewer(ctx), input)) };
  }
}
