import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { assertUuid } from '../../access/identifiers.js';
import { findOwnPersona } from '../../access/persona.js';
import { requireViewer } from '../../access/viewer.js';
import { retryPersona } from '../../commands/persona/retryPersona.js';
import type { Context } from '../../context.js';
import { Persona } from '../../entities/Persona.js';
import { notFound } from '../../errors.js';
import { ImageSize } from '../../schema/enums.js';
import { RetryPersonaInput } from '../../schema/persona/inputs.js';
import { RetryPersonaPayload } from '../../schema/persona/payloads.js';
import { IllustrationType, PersonaType } from '../../schema/persona/PersonaType.js';
import { SurveyType } from '../../schema/survey/types.js';
import { batchLoad } from '../batchLoad.js';
import { followRow } from '../followRow.js';
import { ownSurvey } from '../survey/ownSurvey.js';
import { surveyView } from '../survey/surveyView.js';
import { illustrationView, personaStates, personaView, personaViews } from './personaView.js';

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
    requireViewer(ctx);
    assertUuid(id);
    const persona = await ownPersona(ctx, id.toLowerCase());
    if (persona === undefined) throw notFound();
    return persona;
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
    subscribe: ({ args, context }) =>
      followRow(
        context as Context,
        'personaChanged',
        (args as { personaId: string }).personaId,
        async (ctx, viewer, id) => personaStates(ctx.em, await findOwnPersona(ctx, viewer, id)),
      ),
  })
  personaChanged(
    @Root() persona: PersonaType,
    @Arg('personaId', () => ID, { description: 'ID of the persona.' }) _personaId: string,
  ): PersonaType {
    return persona;
  }
}

/** One of the viewer's personas, by id in lower case. */
const ownPersona = batchLoad(async (ctx, ids) => {
  const owned = { id: { $in: [...ids] }, owner: requireViewer(ctx).userId };
  const views = await personaViews(ctx.em, await ctx.em.find(Persona, owned, { refresh: true }));
  return new Map(views.map((view) => [view.id, view]));
});
