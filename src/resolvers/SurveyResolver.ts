import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { closeSurvey } from '../commands/closeSurvey.js';
import { createSurvey } from '../commands/createSurvey.js';
import { deleteSurvey } from '../commands/deleteSurvey.js';
import { reopenSurvey } from '../commands/reopenSurvey.js';
import { rotateSurveyLink } from '../commands/rotateSurveyLink.js';
import type { Context } from '../context.js';
import { Persona } from '../entities/Persona.js';
import { notFound } from '../errors.js';
import { follow } from '../pubsub/follow.js';
import { CloseSurveyInput, CreateSurveyInput, SurveyInput } from '../schema/inputs.js';
import {
  CloseSurveyPayload,
  CreateSurveyPayload,
  DeleteSurveyPayload,
  ReopenSurveyPayload,
  RotateSurveyLinkPayload,
} from '../schema/payloads.js';
import { PersonaType } from '../schema/PersonaType.js';
import { SurveyType } from '../schema/SurveyType.js';
import { ownSurvey } from './ownSurvey.js';
import { personaView } from './personaView.js';
import { signedIn } from './signedIn.js';
import { surveyView } from './surveyView.js';
import { untilGone } from './untilGone.js';

const which = { description: 'Which of the viewer’s surveys.' };

/** A survey in its owner's hands. */
@Resolver(() => SurveyType)
export class SurveyResolver {
  @Mutation(() => CreateSurveyPayload, { description: 'Opens a survey about the viewer.' })
  async createSurvey(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateSurveyInput, { description: 'All optional.' }) input: CreateSurveyInput,
  ): Promise<CreateSurveyPayload> {
    const viewer = signedIn(ctx);
    await ctx.limits.take('createSurvey', viewer.userId, ctx.address);
    return { survey: surveyView(await createSurvey(ctx, viewer, input), ctx.origin) };
  }

  @Mutation(() => CloseSurveyPayload, { description: 'Takes no more answers.' })
  async closeSurvey(
    @Ctx() ctx: Context,
    @Arg('input', () => CloseSurveyInput, which) input: CloseSurveyInput,
  ): Promise<CloseSurveyPayload> {
    return {
      survey: surveyView(await closeSurvey(ctx, signedIn(ctx), input), ctx.origin),
    };
  }

  @Mutation(() => ReopenSurveyPayload, { description: 'Takes answers again.' })
  async reopenSurvey(
    @Ctx() ctx: Context,
    @Arg('input', () => SurveyInput, which) input: SurveyInput,
  ): Promise<ReopenSurveyPayload> {
    return {
      survey: surveyView(await reopenSurvey(ctx, signedIn(ctx), input.surveyId), ctx.origin),
    };
  }

  @Mutation(() => RotateSurveyLinkPayload, { description: 'Replaces the link; the old one is dead at once.' })
  async rotateSurveyLink(
    @Ctx() ctx: Context,
    @Arg('input', () => SurveyInput, which) input: SurveyInput,
  ): Promise<RotateSurveyLinkPayload> {
    return { survey: surveyView(await rotateSurveyLink(ctx, signedIn(ctx), input.surveyId), ctx.origin) };
  }

  @Mutation(() => DeleteSurveyPayload, { description: 'Removes a survey with all that came of it.' })
  async deleteSurvey(
    @Ctx() ctx: Context,
    @Arg('input', () => SurveyInput, which) input: SurveyInput,
  ): Promise<DeleteSurveyPayload> {
    await deleteSurvey(ctx, signedIn(ctx), input.surveyId);
    return { surveyId: input.surveyId };
  }

  @Subscription(() => SurveyType, {
    description:
      'The count and status, live: the state now, then every change. Ends when the survey is deleted.',
    subscribe: async ({ args, context }) => {
      const ctx = context as Context;
      const viewer = signedIn(ctx);
      const { id } = await ownSurvey(ctx, viewer, (args as { surveyId: string }).surveyId);
      const feed = ctx.pubsub.subscribe('surveyProgressed', id);
      const read = untilGone(async () => [surveyView(await ownSurvey(ctx, viewer, id), ctx.origin)]);
      return follow(feed, read, ctx.log);
    },
  })
  surveyProgressed(
    @Root() survey: SurveyType,
    @Arg('surveyId', () => ID, which) _surveyId: string,
  ): SurveyType {
    return survey;
  }

  @FieldResolver(() => PersonaType, {
    description: 'What the answers become. It exists from the start, PENDING.',
  })
  async persona(@Ctx() ctx: Context, @Root() survey: SurveyType): Promise<PersonaType> {
    const persona = await ctx.em.findOneOrFail(
      Persona,
      { survey: survey.id },
      { failHandler: notFound, refresh: true },
    );
    return personaView(ctx.em, persona);
  }
}
