import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { findOwnPersona } from '../../access/persona.js';
import { findOwnSurveys } from '../../access/survey.js';
import { requireViewer } from '../../access/viewer.js';
import { retryPersona } from '../../commands/persona/retryPersona.js';
import type { Context } from '../../context.js';
import { notFound } from '../../errors.js';
import { follow } from '../../pubsub/follow.js';
import { ImageSize } from '../../schema/enums.js';
import { RetryPersonaInput } from '../../schema/persona/inputs.js';
import { RetryPersonaPayload } from '../../schema/persona/payloads.js';
import { IllustrationType, PersonaType } from '../../schema/persona/PersonaType.js';
import { SurveyType } from '../../schema/survey/types.js';
import { batchLoad } from '../batchLoad.js';
import { endWhenDeleted } from '../guards.js';
import { surveyView } from '../survey/surveyView.js';
import { illustrationView, personaStatesSince, personaView } from './personaView.js';

/** A persona, as its owner sees it. */
@Resolver(() => PersonaType)
export class PersonaResolver {
  @Query(() => PersonaType, {
    complexity: 40,
    description: "One of the viewer's personas, by ID. Fails with `NOT_FOUND` for any other.",
  })
  async persona(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'ID of the persona.' }) id: string,
  ): Promise<PersonaType> {
    return personaView(ctx.em, await findOwnPersona(ctx, requireViewer(ctx), id));
  }

  @FieldResolver(() => IllustrationType, {
    nullable: true,
    description: 'The illustration. Null until `READY`.',
  })
  illustration(
    @Root() persona: PersonaType,
    @Arg('size', () => ImageSize, { defaultValue: 'LARGE', description: 'Size of the image.' })
    size: ImageSize,
  ): IllustrationType | null {
    return illustrationView(persona.picture, size);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Link to the public page. Null unless the owner has published the persona.',
  })
  publicUrl(@Ctx() { origin }: Context, @Root() { isPublished, slug }: PersonaType): string | null {
    return isPublished ? `${origin}/p/${slug}` : null;
  }

  @FieldResolver(() => SurveyType, {
    nullable: true,
    complexity: 20,
    description: 'The survey that the persona is made from. Null for a practice persona.',
  })
  async survey(@Ctx() ctx: Context, @Root() { surveyId }: PersonaType): Promise<SurveyType | null> {
    if (surveyId === null) return null;
    const survey = await ownSurvey(ctx, surveyId);
    if (survey === undefined) throw notFound();
    return surveyView(survey, ctx.origin);
  }

  @Mutation(() => RetryPersonaPayload, {
    description:
      'Retries the newest failed version, starting at the step that failed. Has no effect if no version failed.',
  })
  async retryPersona(
    @Ctx() ctx: Context,
    @Arg('input', () => RetryPersonaInput, { description: 'Parameters for `retryPersona`.' })
    input: RetryPersonaInput,
  ): Promise<RetryPersonaPayload> {
    return {
      persona: await personaView(ctx.em, await retryPersona(ctx, requireViewer(ctx), input.personaId)),
    };
  }

  @Subscription(() => PersonaType, {
    description:
      'Sends the current state of a persona, then its state after every change. Intermediate states may be skipped, but `READY` and `FAILED` are always sent. Completes when the persona is deleted.',
    subscribe: async ({ args, context }) => {
      const ctx = context as Context;
      const viewer = requireViewer(ctx);
      const { id } = await findOwnPersona(ctx, viewer, (args as { personaId: string }).personaId);
      const feed = ctx.pubsub.subscribe('personaChanged', id);
      const read = endWhenDeleted(async (after) =>
        personaStatesSince(ctx.em, await findOwnPersona(ctx, viewer, id), after),
      );
      return follow(feed, read, ctx.log);
    },
  })
  personaChanged(
    @Root() persona: PersonaType,
    @Arg('personaId', () => ID, { description: 'ID of the persona.' }) _personaId: string,
  ): PersonaType {
    return persona;
  }
}

/** One of the viewer's surveys, by id. */
const ownSurvey = batchLoad(async (ctx, ids) => {
  const surveys = await findOwnSurveys(ctx, requireViewer(ctx), ids);
  return new Map(surveys.map((survey) => [survey.id, survey]));
});
