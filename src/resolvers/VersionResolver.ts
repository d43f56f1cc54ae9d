import { IsolationLevel, QueryOrder } from '@mikro-orm/core';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import { chooseVoice } from '../commands/chooseVoice.js';
import { ownPersona } from '../commands/ownPersona.js';
import { showVersion } from '../commands/showVersion.js';
import type { Context } from '../context.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { toldVersions } from '../entities/toldVersions.js';
import { ChooseVoiceInput, ShowVersionInput } from '../schema/inputs.js';
import { ChooseVoicePayload, ShowVersionPayload } from '../schema/payloads.js';
import { PersonaType } from '../schema/PersonaType.js';
import { PersonaVersionConnection, PersonaVersionType } from '../schema/PersonaVersionType.js';
import { checkPage } from './checkPage.js';
import { connectionOf } from './connectionOf.js';
import { onlyOfOne } from './onlyOfOne.js';
import { personaView } from './personaView.js';
import { signedIn } from './signedIn.js';
import { versionView } from './versionView.js';

const inputDescription = 'What is chosen.';

/** The versions of a persona over time, and what its owner chooses among. */
@Resolver(() => PersonaType)
export class VersionResolver {
  @FieldResolver(() => PersonaVersionConnection, { description: 'All versions, newest first.' })
  async versions(
    @Ctx() ctx: Context,
    @Root() persona: PersonaType,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to start behind.' })
    after?: string,
  ): Promise<PersonaVersionConnection> {
    onlyOfOne(info);
    const asked = checkPage({ first, after }, 'NUMBER');
    const viewer = signedIn(ctx);
    // One look at both: a version that becomes READY in between would stand there as not shown.
    const { own, page, told } = await ctx.em.transactional(
      async (em) => {
        const own = await ownPersona({ ...ctx, em }, viewer, persona.id);
        const page = await em.findByCursor(PersonaVersion, {
          where: { persona: persona.id },
          orderBy: { number: QueryOrder.DESC },
          ...asked,
        });
        const told = await toldVersions(em, own.id, page.items);
        return { own, page, told: new Map(told.map((version) => [version.id, version])) };
      },
      { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
    );
    return connectionOf(page, (version) => versionView(told.get(version.id) ?? version, own));
  }

  @FieldResolver(() => PersonaVersionType, {
    nullable: true,
    description: 'One version; without a number, the one that is shown. Null if there is none.',
  })
  async version(
    @Ctx() ctx: Context,
    @Root() persona: PersonaType,
    @Info() info: GraphQLResolveInfo,
    @Arg('number', () => Int, { nullable: true, description: 'Which one.' }) number?: number | null,
  ): Promise<PersonaVersionType | null> {
    onlyOfOne(info);
    const own = await ownPersona(ctx, signedIn(ctx), persona.id);
    const wanted = number ?? own.shown;
    const version =
      wanted === null
        ? null
        : await ctx.em.findOne(PersonaVersion, { persona: own.id, number: wanted }, { refresh: true });
    if (version === null) return null;
    const [told = version] = await toldVersions(ctx.em, own.id, [version]);
    return versionView(told, own);
  }

  @Mutation(() => ShowVersionPayload, {
    description:
      'Chooses which version is shown: as the persona, in the chat and to others. Without a number it is always the newest.',
  })
  async showVersion(
    @Ctx() ctx: Context,
    @Arg('input', () => ShowVersionInput, { description: inputDescription }) input: ShowVersionInput,
  ): Promise<ShowVersionPayload> {
    return { persona: await personaView(ctx.em, await showVersion(ctx, signedIn(ctx), input)) };
  }

  @Mutation(() => ChooseVoicePayload, {
    description:
      'Has the mirror speak in the voice of an archetype, over unchanged traits (alchemic), or in its own again (fated).',
  })
  async chooseVoice(
    @Ctx() ctx: Context,
    @Arg('input', () => ChooseVoiceInput, { description: inputDescription }) input: ChooseVoiceInput,
  ): Promise<ChooseVoicePayload> {
    return { persona: await personaView(ctx.em, await chooseVoice(ctx, signedIn(ctx), input)) };
  }
}
