import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { isWritten, PersonaVersion } from '../../entities/PersonaVersion.js';
import { type VisibleVersion, visibleVersions } from '../../entities/redaction.js';
import { notFound } from '../../errors.js';
import { listOf } from '../../queryCost.js';
import { ImageSize } from '../../schema/enums.js';
import { EvidenceInWordsType } from '../../schema/persona/EvidenceType.js';
import { InsightType } from '../../schema/persona/InsightType.js';
import { IllustrationType } from '../../schema/persona/PersonaType.js';
import { PersonaVersionType, VersionChangesType } from '../../schema/persona/PersonaVersionType.js';
import { batchLoad } from '../batchLoad.js';
import { rejectInLists } from '../guards.js';
import { changesView } from './changesView.js';
import { insightView } from './insightView.js';
import { illustrationView } from './personaView.js';
import { findEarlierVersion, versionEvidence } from './versionView.js';

/** A version of a persona. */
@Resolver(() => PersonaVersionType)
export class PersonaVersionResolver {
  @FieldResolver(() => IllustrationType, {
    nullable: true,
    description: 'The illustration. Null until `READY`.',
  })
  illustration(
    @Root() version: PersonaVersionType,
    @Arg('size', () => ImageSize, { defaultValue: 'LARGE', description: 'Size of the image.' })
    size: ImageSize,
  ): IllustrationType | null {
    return illustrationView(version.picture, size);
  }

  @FieldResolver(() => [EvidenceInWordsType], {
    complexity: listOf(40, 5),
    description:
      'Everything that sentences can cite, in words: traits, then words, then quotes. Empty until `GENERATING_IMAGE`.',
  })
  async evidence(@Ctx() ctx: Context, @Root() version: PersonaVersionType): Promise<EvidenceInWordsType[]> {
    return versionEvidence(await visibleRowOf(ctx, version));
  }

  @FieldResolver(() => InsightType, {
    nullable: true,
    complexity: 10,
    description:
      'Detailed results of the measurement. Null until `GENERATING_IMAGE`, and for versions made before measurements were stored.',
  })
  async insight(@Ctx() ctx: Context, @Root() version: PersonaVersionType): Promise<InsightType | null> {
    return insightView(ctx.em, await visibleRowOf(ctx, version));
  }

  @FieldResolver(() => VersionChangesType, {
    nullable: true,
    complexity: 20,
    description:
      'Changes since an earlier version. Null until `GENERATING_IMAGE`, if no earlier version has a text, and if either version has no stored measurement. Cannot be requested inside a list.',
  })
  async changesSince(
    @Ctx() ctx: Context,
    @Root() version: PersonaVersionType,
    @Info() info: GraphQLResolveInfo,
    @Arg('number', () => Int, {
      nullable: true,
      description:
        'Number of an earlier version that has a text. Defaults to the newest one before this version.',
    })
    number?: number | null,
  ): Promise<VersionChangesType | null> {
    rejectInLists(info);
    const after = await rowOf(ctx, version);
    if (!isWritten(after)) return null;
    const before = await findEarlierVersion(ctx.em, after, number ?? null);
    return before && changesView(before, after);
  }
}

/** The row of a version. The request's EntityManager still holds it, so this sends no query. */
function rowOf({ em }: Context, { id }: Pick<PersonaVersionType, 'id'>): Promise<PersonaVersion> {
  return em.findOneOrFail(PersonaVersion, id, { failHandler: notFound });
}

/** The row of a version without what the owner has hidden. */
async function visibleRowOf(ctx: Context, { id }: PersonaVersionType): Promise<VisibleVersion> {
  const row = await visibleRow(ctx, id);
  if (row === undefined) throw notFound();
  return row;
}

/** The row of a version without what the owner has hidden, by id. */
const visibleRow = batchLoad(async (ctx, ids) => {
  const rows = await Promise.all(ids.map((id) => rowOf(ctx, { id })));
  const visible = await visibleVersions(ctx.em, rows);
  return new Map(visible.map((version) => [version.id, version]));
});
