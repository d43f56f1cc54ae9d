import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireViewer } from '../../access/viewer.js';
import { publishPersona, unpublishPersona } from '../../commands/persona/publishPersona.js';
import type { Context } from '../../context.js';
import { notFound } from '../../errors.js';
import { ImageSize } from '../../schema/enums.js';
import { PublishPersonaInput, UnpublishPersonaInput } from '../../schema/persona/inputs.js';
import { PublishPersonaPayload, UnpublishPersonaPayload } from '../../schema/persona/payloads.js';
import { IllustrationType } from '../../schema/persona/PersonaType.js';
import { PublicPersonaType } from '../../schema/persona/PublicPersonaType.js';
import { illustrationView, personaView } from './personaView.js';
import { readPublicPersona } from './publicPersonaView.js';

/** Publishing a persona, and reading one that is published. */
@Resolver(() => PublicPersonaType)
export class PublicationResolver {
  @Query(() => PublicPersonaType, {
    complexity: 30,
    description:
      'A published persona by the last part of its link. Requires no sign-in. The same for every caller. Fails with `NOT_FOUND` unless it is published.',
  })
  async publicPersona(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { description: 'Last part of the public link.' }) slug: string,
  ): Promise<PublicPersonaType> {
    const persona = await ctx.readRows((em) => readPublicPersona(em, slug));
    if (persona === null) throw notFound();
    return persona;
  }

  @FieldResolver(() => IllustrationType, { nullable: true, description: 'The illustration.' })
  illustration(
    @Root() persona: PublicPersonaType,
    @Arg('size', () => ImageSize, { defaultValue: 'LARGE', description: 'Size of the image.' })
    size: ImageSize,
  ): IllustrationType | null {
    return illustrationView(persona.picture, size);
  }

  @Mutation(() => PublishPersonaPayload, {
    description:
      'Publishes a persona that is `READY`, so that anyone with its `publicUrl` sees the version that is shown. Fails with `FORBIDDEN` for a practice persona and for an owner under 18.',
  })
  async publishPersona(
    @Ctx() ctx: Context,
    @Arg('input', () => PublishPersonaInput, { description: 'Parameters for `publishPersona`.' })
    input: PublishPersonaInput,
  ): Promise<PublishPersonaPayload> {
    return { persona: await personaView(ctx.em, await publishPersona(ctx, requireViewer(ctx), input)) };
  }

  @Mutation(() => UnpublishPersonaPayload, {
    description:
      'Makes a persona private again. Its public page answers 404 everywhere within a minute. Has no effect unless it is published.',
  })
  async unpublishPersona(
    @Ctx() ctx: Context,
    @Arg('input', () => UnpublishPersonaInput, { description: 'Parameters for `unpublishPersona`.' })
    input: UnpublishPersonaInput,
  ): Promise<UnpublishPersonaPayload> {
    const persona = await unpublishPersona(ctx, requireViewer(ctx), input.personaId);
    return { persona: await personaView(ctx.em, persona) };
  }
}
