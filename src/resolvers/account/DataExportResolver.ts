import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { requireViewer } from '../../access/viewer.js';
import { exportMyData } from '../../commands/account/exportMyData.js';
import type { Context } from '../../context.js';
import { DataExport } from '../../entities/account/DataExport.js';
import { notFound } from '../../errors.js';
import { ExportMyDataPayload } from '../../schema/account/payloads.js';
import { DataExportType, UserType } from '../../schema/account/types.js';
import { followRow } from '../followRow.js';

/** A copy of everything that is the viewer's, made on request. */
@Resolver(() => UserType)
export class DataExportResolver {
  @Mutation(() => ExportMyDataPayload, {
    description:
      "Asks for a copy of everything that is the viewer's. It is made in the background: see `dataExportChanged`. While one is being made, further calls return the same one. At most 5 a day.",
  })
  async exportMyData(@Ctx() ctx: Context): Promise<ExportMyDataPayload> {
    return { export: await exportView(ctx, await exportMyData(ctx, requireViewer(ctx))) };
  }

  @FieldResolver(() => DataExportType, {
    nullable: true,
    complexity: 10,
    description:
      'The newest export that the viewer has asked for. Null if there is none, or if it has expired.',
  })
  async dataExport(@Ctx() ctx: Context, @Root() user: UserType): Promise<DataExportType | null> {
    const newest = await ctx.em.findOne(
      DataExport,
      { owner: user.id, expiresAt: { $gt: new Date() } },
      { orderBy: { createdAt: 'desc' }, refresh: true },
    );
    return newest && exportView(ctx, newest);
  }

  @Subscription(() => DataExportType, {
    description:
      'Sends the current state of an export, then its state once it is `READY` or `FAILED`. Completes when the export is deleted.',
    subscribe: ({ args, context }) =>
      followRow(
        context as Context,
        'dataExportChanged',
        (args as { id: string }).id,
        async (ctx, { userId }, id) => {
          const found = await ctx.em.findOne(DataExport, { id, owner: userId }, { refresh: true });
          if (found === null) throw notFound();
          return [await exportView(ctx, found)];
        },
      ),
  })
  dataExportChanged(
    @Root() changed: DataExportType,
    @Arg('id', () => ID, { description: 'ID of the export.' }) _id: string,
  ): DataExportType {
    return changed;
  }
}

async function exportView(ctx: Context, { id, status, expiresAt }: DataExport): Promise<DataExportType> {
  if (status !== 'READY')
    return { id, status, url: null, expiresAt: null, revision: status === 'PENDING' ? 0 : 1 };
  const token = await ctx.exportLinks.sign({ kind: 'data', id }, expiresAt);
  return { id, status, url: `${ctx.origin}/exports/${token}`, expiresAt, revision: 1 };
}
