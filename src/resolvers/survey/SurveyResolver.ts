import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { findOwnSurvey } from '../../access/survey.js';
import { requireViewer } from '../../access/viewer.js';
import { createSurvey } from '../../commands/survey/createSurvey.js';
import {
  closeSurvey,
  deleteSurvey,
  renameSurvey,
  reopenSurvey,
  rotateSurveyLink,
} from '../../commands/survey/manageSurvey.js';
import type { Context } from '../../context.js';
import { Persona } from '../../entities/Persona.js';
import { notFound } from '../../errors.js';
import { PersonaType } from '../../schema/persona/PersonaType.js';
import {
  CloseSurveyInput,
  CreateSurveyInput,
  RenameSurveyInput,
  SurveyInput,
} from '../../schema/survey/inputs.js';
import {
  CloseSurveyPayload,
  CreateSurveyPayload,
  DeleteSurveyPayload,
  RenameSurveyPayload,
  ReopenSurveyPayload,
  RotateSurveyLinkPayload,
} from '../../schema/survey/payloads.js';
import { FunnelType } from '../../schema/survey/FunnelType.js';
import { SurveyType } from '../../schema/survey/types.js';
import { batchLoad } from '../batchLoad.js';
import { followRow } from '../followRow.js';
import { personaViews } from '../persona/personaView.js';
import { funnelView } from './funnelView.js';
import { surveyView } from './surveyView.js';

/** A survey, as its owner sees it. */
@Resolver(() => SurveyType)
export class SurveyResolver {
  @Mutation(() => CreateSurveyPayload, {
    description:
      'Creates a survey about the viewer. A user can have 50 surveys, open and closed together; another one fails with `FORBIDDEN` until one is deleted.',
  })
  async createSurvey(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateSurveyInput, {
      description: 'Parameters for `createSurvey`. All of them are optional.',
    })
    input: CreateSurveyInput,
  ): Promise<CreateSurveyPayload> {
    const viewer = requireViewer(ctx);
    await ctx.limits.take('createSurvey', viewer.userId, ctx.address);
    return { survey: surveyView(await createSurvey(ctx, viewer, input), ctx.origin) };
  }

  @Mutation(() => CloseSurveyPayload, {
    description: 'Closes a survey, so that it accepts no more responses. Has no effect on a closed survey.',
  })
  async closeSurvey(
    @Ctx() ctx: Context,
    @Arg('input', () => CloseSurveyInput, { description: 'Parameters for `closeSurvey`.' })
    input: CloseSurveyInput,
  ): Promise<CloseSurveyPayload> {
    return {
      survey: surveyView(await closeSurvey(ctx, requireViewer(ctx), input), ctx.origin),
    };
  }

  @Mutation(() => ReopenSurveyPayload, {
    description:
      'Reopens a closed survey, so that it accepts responses again. Has no effect on an open survey.',
  })
  async reopenSurvey(
    @Ctx() ctx: Context,
    @Arg('input', () => SurveyInput, { description: 'Parameters for `reopenSurvey`.' }) input: SurveyInput,
  ): Promise<ReopenSurveyPayload> {
    return {
      survey: surveyView(await reopenSurvey(ctx, requireViewer(ctx), input.surveyId), ctx.origin),
    };
  }

  @Mutation(() => RenameSurveyPayload, {
    description:
      'Changes the name that friends see. Fails with `FORBIDDEN` once a friend has answered, because answers and texts are about that name.',
  })
  async renameSurvey(
    @Ctx() ctx: Context,
    @Arg('input', () => RenameSurveyInput, { description: 'Parameters for `renameSurvey`.' })
    input: RenameSurveyInput,
  ): Promise<RenameSurveyPayload> {
    return { survey: surveyView(await renameSurvey(ctx, requireViewer(ctx), input), ctx.origin) };
  }

  @Mutation(() => RotateSurveyLinkPayload, {
    description: 'Replaces the link of a survey. The old link stops working immediately.',
  })
  async rotateSurveyLink(
    @Ctx() ctx: Context,
    @Arg('input', () => SurveyInput, { description: 'Parameters for `rotateSurveyLink`.' })
    input: SurveyInput,
  ): Promise<RotateSurveyLinkPayload> {
    return {
      survey: surveyView(await rotateSurveyLink(ctx, requireViewer(ctx), input.surveyId), ctx.origin),
    };
  }

  @Mutation(() => DeleteSurveyPayload, {
    description: 'Deletes a survey with its responses, persona, illustrations and conversation.',
  })
  async deleteSurvey(
    @Ctx() ctx: Context,
    @Arg('input', () => SurveyInput, { description: 'Parameters for `deleteSurvey`.' }) input: SurveyInput,
  ): Promise<DeleteSurveyPayload> {
    await deleteSurvey(ctx, requireViewer(ctx), input.surveyId);
    return { surveyId: input.surveyId };
  }

  @Subscription(() => SurveyType, {
    description:
      'Sends the current state of a survey, then its state after every change. Completes when the survey is deleted.',
    subscribe: ({ args, context }) =>
      followRow(
        context as Context,
        'surveyProgressed',
        (args as { surveyId: string }).surveyId,
        async (ctx, viewer, id) => [surveyView(await findOwnSurvey(ctx, viewer, id), ctx.origin)],
      ),
  })
  surveyProgressed(
    @Root() survey: SurveyType,
    @Arg('surveyId', () => ID, { description: 'ID of the survey.' }) _surveyId: string,
  ): SurveyType {
    return survey;
  }

  @FieldResolver(() => PersonaType, {
    complexity: 4,
    description: 'The persona made from the responses. It exists from the start, with the status `PENDING`.',
  })
  async persona(@Ctx() ctx: Context, @Root() survey: SurveyType): Promise<PersonaType> {
    const persona = await personaOfSurvey(ctx, survey.id);
    if (persona === undefined) throw notFound();
    return persona;
  }

  @FieldResolver(() => FunnelType, {
    complexity: ({ childComplexity }) => 8 + childComplexity,
    description:
      'How the survey and the public page of its persona spread: views, shares and new owners, by day.',
  })
  funnel(@Ctx() ctx: Context, @Root() survey: SurveyType): Promise<FunnelType> {
    return funnelView(ctx, survey.id, survey.responseCount);
  }
}

/** The persona of a survey, by the id of the survey. */
const personaOfSurvey = batchLoad(async ({ em }, surveyIds) => {
  const personas = await em.find(Persona, { survey: { $in: [...surveyIds] } }, { refresh: true });
  const views = await personaViews(em, personas);
  return new Map(views.flatMap((view) => (view.surveyId === null ? [] : [[view.surveyId, view]])));
});
