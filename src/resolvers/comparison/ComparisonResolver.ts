import { QueryOrder } from '@mikro-orm/core';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { comparisonRelations, findOpenInvitation, findOwnComparison } from '../../access/comparison.js';
import { requireViewer } from '../../access/viewer.js';
import { allowSharingComparison } from '../../commands/comparison/allowSharingComparison.js';
import { acceptComparison, endComparison, inviteToCompare } from '../../commands/comparison/comparisons.js';
import type { Context } from '../../context.js';
import { Comparison } from '../../entities/Comparison.js';
import { Persona } from '../../entities/Persona.js';
import { notFound } from '../../errors.js';
import { pageOf } from '../../queryCost.js';
import { UserType } from '../../schema/account/types.js';
import {
  AcceptComparisonInput,
  AcceptComparisonPayload,
  AllowSharingComparisonInput,
  AllowSharingComparisonPayload,
  ComparisonConnection,
  ComparisonInvitationType,
  ComparisonType,
  EndComparisonInput,
  EndComparisonPayload,
  InviteToCompareInput,
  InviteToComparePayload,
} from '../../schema/comparison/types.js';
import { loadPages } from '../loadPages.js';
import { parsePageArguments, toConnection } from '../paging.js';
import { comparisonView } from './comparisonView.js';

/** Comparisons of two personas, with the agreement of both owners. */
@Resolver(() => UserType)
export class ComparisonResolver {
  @Query(() => ComparisonType, {
    complexity: 40,
    description:
      "A comparison with one of the viewer's personas, by ID. Fails with `NOT_FOUND` for any other.",
  })
  async comparison(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'ID of the comparison.' }) id: string,
  ): Promise<ComparisonType> {
    const viewer = requireViewer(ctx);
    return comparisonView(await findOwnComparison(ctx, viewer, id), viewer.userId, ctx.origin);
  }

  @Query(() => ComparisonInvitationType, {
    complexity: 20,
    description:
      'An open invitation by its code, which is the last part of its link. Requires no sign-in. Fails with `NOT_FOUND` if it was accepted or taken back.',
  })
  async comparisonInvitation(
    @Ctx() ctx: Context,
    @Arg('code', () => String, { description: 'Code of the invitation.' }) code: string,
  ): Promise<ComparisonInvitationType> {
    const invitation = await findOpenInvitation(ctx.em, code);
    if (invitation === null) throw notFound();
    return { inviterName: invitation.inviter.$.name };
  }

  @FieldResolver(() => ComparisonConnection, {
    complexity: pageOf(4, 40),
    description: "Comparisons with any of the viewer's personas, including open invitations, newest first.",
  })
  async comparisons(
    @Ctx() ctx: Context,
    @Root() user: UserType,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Number of items to return, 1 to 100.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Return only items after this cursor.' })
    after?: string,
  ): Promise<ComparisonConnection> {
    const pageOptions = parsePageArguments({ first, after });
    const page = await comparisonPage(ctx, { userId: user.id, first, after: pageOptions.after });
    return toConnection(page, (comparison) => comparisonView(comparison, user.id, ctx.origin));
  }

  @Mutation(() => InviteToComparePayload, {
    description:
      'Creates an invitation to compare personas, to share with one person. While the invitation is open, repeating the call returns the same one.',
  })
  async inviteToCompare(
    @Ctx() ctx: Context,
    @Arg('input', () => InviteToCompareInput, { description: 'Parameters for `inviteToCompare`.' })
    input: InviteToCompareInput,
  ): Promise<InviteToComparePayload> {
    const viewer = requireViewer(ctx);
    await ctx.limits.take('createSurvey', viewer.userId, ctx.address);
    return {
      comparison: comparisonView(await inviteToCompare(ctx, viewer, input), viewer.userId, ctx.origin),
    };
  }

  @Mutation(() => AcceptComparisonPayload, {
    description:
      'Accepts an invitation to compare personas. Both owners can then see the comparison. Repeating the call returns the same comparison.',
  })
  async acceptComparison(
    @Ctx() ctx: Context,
    @Arg('input', () => AcceptComparisonInput, { description: 'Parameters for `acceptComparison`.' })
    input: AcceptComparisonInput,
  ): Promise<AcceptComparisonPayload> {
    const viewer = requireViewer(ctx);
    return {
      comparison: comparisonView(await acceptComparison(ctx, viewer, input), viewer.userId, ctx.origin),
    };
  }

  @Mutation(() => AllowSharingComparisonPayload, {
    description:
      'Allows sharing the result of a comparison as a picture, or no longer allows it. The picture exists only while both owners allow it.',
  })
  async allowSharingComparison(
    @Ctx() ctx: Context,
    @Arg('input', () => AllowSharingComparisonInput, {
      description: 'Parameters for `allowSharingComparison`.',
    })
    input: AllowSharingComparisonInput,
  ): Promise<AllowSharingComparisonPayload> {
    const viewer = requireViewer(ctx);
    return {
      comparison: comparisonView(await allowSharingComparison(ctx, viewer, input), viewer.userId, ctx.origin),
    };
  }

  @Mutation(() => EndComparisonPayload, {
    description: 'Deletes a comparison for both owners, or revokes an open invitation.',
  })
  async endComparison(
    @Ctx() ctx: Context,
    @Arg('input', () => EndComparisonInput, { description: 'Parameters for `endComparison`.' })
    input: EndComparisonInput,
  ): Promise<EndComparisonPayload> {
    return { comparisonId: await endComparison(ctx, requireViewer(ctx), input) };
  }
}

const comparisonPage = loadPages(async ({ em }, { userId, first, after }) => {
  // The ids first: if one query joined the owners of both sides, PostgreSQL would read the whole table.
  const owned = await em.find(Persona, { owner: userId }, { fields: ['id'] });
  const mine = { $in: owned.map(({ id }) => id) };
  return em.findByCursor(Comparison, {
    where: { $or: [{ inviter: mine }, { accepter: mine }] },
    orderBy: { createdAt: QueryOrder.DESC, id: QueryOrder.DESC },
    populate: comparisonRelations,
    first,
    after,
    includeCount: false,
  });
});
