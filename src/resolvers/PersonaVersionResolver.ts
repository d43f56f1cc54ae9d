import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { toldVersions, type VisibleVersion } from '../entities/toldVersions.js';
import { notFound } from '../errors.js';
import { VersionChangesType } from '../schema/changeTypes.js';
import { ImageSize } from '../schema/enums.js';
import { InsightType } from '../schema/InsightType.js';
import { EvidenceInWordsType } from '../schema/MessageType.js';
import { IllustrationType } from '../schema/PersonaType.js';
import { PersonaVersionType } from '../schema/PersonaVersionType.js';
import { changesView } from './changesView.js';
import { earlierVersion } from './earlierVersion.js';
import { illustrationView } from './illustrationView.js';
import { insightView } from './insightView.js';
import { onlyOfOne } from './onlyOfOne.js';
import { versionEvidence } from './versionEvidence.js';

/** One version of a persona. */
@Resolver(() => PersonaVersionType)
export class PersonaVersionResolver {
  @FieldResolver(() => IllustrationType, { nullable: true, description: 'The picture; null until drawn.' })
  illustration(
    @Ctx() ctx: Context,
    @Root() version: PersonaVersionType,
    @Arg('size', () => ImageSize, { defaultValue: 'LARGE', description: 'How large.' }) size: ImageSize,
  ): IllustrationType | null {
    return illustrationView(version.picture, size, ctx.origin);
  }

  @FieldResolver(() => [EvidenceInWordsType], {
    description: 'All that sentences can cite, in words; empty until READY.',
  })
  async evidence(@Ctx() ctx: Context, @Root() version: PersonaVersionType): Promise<EvidenceInWordsType[]> {
    return versionEvidence(await toldRowOf(ctx, version));
  }

  @FieldResolver(() => InsightType, {
    nullable: true,
    description:
      'What was measured, for a dashboard. Null until READY, and for a version that was made before measurements were kept.',
  })
  async insight(@Ctx() ctx: Context, @Root() version: PersonaVersionType): Promise<InsightType | null> {
    return insightView(await toldRowOf(ctx, version));
  }

  @FieldResolver(() => VersionChangesType, {
    nullable: true,
    description:
      'What changed since an earlier version. Null until READY, without an earlier READY version, and where one of the two keeps no measurement.',
  })
  async changesSince(
    @Ctx() ctx: Context,
    @Root() version: PersonaVersionType,
    @Info() info: GraphQLResolveInfo,
    @Arg('number', () => Int, {
      nullable: true,
      description: 'Which earlier version, a READY one; by default the newest before this.',
    })
    number?: number | null,
  ): Promise<VersionChangesType | null> {
    onlyOfOne(info);
    const after = await rowOf(ctx, version);
    if (after.status !== 'READY') return null;
    const before = await earlierVersion(ctx.em, after, number ?? null);
    return before && changesView(before, after);
  }
}

/** The row that a version was read from: the request's EntityManager still has it, so this asks the database nothing. */
function rowOf({ em }: Context, { id }: PersonaVersionType): Promise<PersonaVersion> {
  return em.findOneOrFail(PersonaVersion, id, { failHandler: notFound });
}

/** That row as it may be told. */
async function toldRowOf(ctx: Context, version: PersonaVersionType): Promise<VisibleVersion> {
  const row = await rowOf(ctx, version);
  const [told = row] = await toldVersions(ctx.em, row.persona.id, [row]);
  return told;
}
