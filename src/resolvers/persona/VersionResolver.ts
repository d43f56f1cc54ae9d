import { IsolationLevel, QueryOrder } from '@mikro-orm/core';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import { findOwnPersona } from '../../access/persona.js';
import { requireViewer } from '../../access/viewer.js';
import { chooseVoice } from '../../commands/persona/chooseVoice.js';
import { showVersion } from '../../commands/persona/showVersion.js';
import type { Context } from '../../context.js';
import { PersonaVersion } from '../../entities/PersonaVersion.js';
import { visibleVersions } from '../../entities/redaction.js';
import { pageOf } from '../../queryCost.js';
import { ChooseVoiceInput, ShowVersionInput } from '../../schema/persona/inputs.js';
import { ChooseVoicePayload, ShowVersionPayload } from '../../schema/persona/payloads.js';
import { PersonaType } from '../../schema/persona/PersonaType.js';
import { PersonaVersionConnection, PersonaVersionType } from '../../schema/persona/PersonaVersionType.js';
import { rejectInLists } from '../guards.js';
import { parsePageArguments, toConnection } from '../paging.js';
import { personaView } from './personaView.js';
import { versionView } from './versionView.js';

/** The versions of a persona, and its owner's choice of version and voice. */
@Resolver(() => PersonaType)
export class VersionResolver {
  @FieldResolver(() => PersonaVersionConnection, {
    complexity: pageOf(4, 60),
    description: 'All versions, newest first. Cannot be requested inside a list.',
  })
  async versions(
    @Ctx() ctx: Context,
    @Root() persona: PersonaType,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Number of items to return, 1 to 100.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Return only items after this cursor.' })
    after?: string,
  ): Promise<PersonaVersionConnection> {
    rejectInLists(info);
    const pageOptions = parsePageArguments({ first, after }, 'NUMBER');
    const viewer = requireViewer(ctx);
    // One snapshot for both: a version that became READY between the two reads would appear as not shown.
    const { own, page, visible } = await ctx.em.transactional(
      async (em) => {
        const own = await findOwnPersona({ ...ctx, em }, viewer, persona.id);
        const page = await em.findByCursor(PersonaVersion, {
          where: { persona: persona.id },
          orderBy: { number: QueryOrder.DESC },
          ...pageOptions,
        });
        const visible = await visibleVersions(em, page.items);
        return { own, page, visible: new Map(visible.map((version) => [version.id, version])) };
      },
      { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
    );
    return toConnection(page, (version) => versionView(visible.get(version.id) ?? version, own));
  }

  @FieldResolver(() => PersonaVersionType, {
    nullable: true,
    complexity: 30,
    description:
      'A version by number, or the version that is shown if no number is given. Null if there is none. Cannot be requested inside a list.',
  })
  async version(
    @Ctx() ctx: Context,
    @Root() persona: PersonaType,
    @Info() info: GraphQLResolveInfo,
    @Arg('number', () => Int, { nullable: true, description: 'Number of the version.' })
    number?: number | null,
  ): Promise<PersonaVersionType | null> {
    rejectInLists(info);
    const own = await findOwnPersona(ctx, requireViewer(ctx), persona.id);
    const wanted = number ?? own.shown;
    const version =
      wanted === null
        ? null
        : await ctx.em.findOne(PersonaVersion, { persona: own.id, number: wanted }, { refresh: true });
    if (version === null) return null;
    const [visible = version] = await visibleVersions(ctx.em, [version]);
    return versionView(visible, own);
  }

  @Mutation(() => ShowVersionPayload, {
    description: 'Chooses which version is shown: as the persona, in the conversation and to other people.',
  })
  async showVersion(
    @Ctx() ctx: Context,
    @Arg('input', () => ShowVersionInput, { description: 'Parameters for `showVersion`.' })
    input: ShowVersionInput,
  ): Promise<ShowVersionPayload> {
    return { persona: await personaView(ctx.em, await showVersion(ctx, requireViewer(ctx), input)) };
  }

  @Mutation(() => ChooseVoicePayload, {
    description:
      'Chooses how the persona speaks: in the voice of an archetype (alchemic) or in its own voice (fated). The traits stay the same.',
  })
  async chooseVoice(
    @Ctx() ctx: Context,
    @Arg('input', () => ChooseVoiceInput, { description: 'Parameters for `chooseVoice`.' })
    input: ChooseVoiceInput,
  ): Promise<ChooseVoicePayload> {
    return { persona: await personaView(ctx.em, await chooseVoice(ctx, requireViewer(ctx), input)) };
  }
}
