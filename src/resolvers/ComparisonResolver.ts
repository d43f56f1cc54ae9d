import { QueryOrder } from '@mikro-orm/core';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { acceptComparison } from '../commands/acceptComparison.js';
import { endComparison } from '../commands/endComparison.js';
import { inviteToCompare } from '../commands/inviteToCompare.js';
import { comparisonParts, ownComparison } from '../commands/ownComparison.js';
import type { Context } from '../context.js';
import { Comparison } from '../entities/Comparison.js';
import { Persona } from '../entities/Persona.js';
import {
  AcceptComparisonInput,
  EndComparisonInput,
  InviteToCompareInput,
} from '../schema/comparisonInputs.js';
import {
  AcceptComparisonPayload,
  ComparisonConnection,
  ComparisonType,
  EndComparisonPayload,
  InviteToComparePayload,
} from '../schema/ComparisonType.js';
import { UserType } from '../schema/UserType.js';
import { checkPage } from './checkPage.js';
import { connectionOf } from './connectionOf.js';
import { comparisonView } from './comparisonView.js';
import { signedIn } from './signedIn.js';

/** Two personas side by side, where both owners agree. */
@Resolver(() => UserType)
export class ComparisonResolver {
  @Query(() => ComparisonType, {
    description: 'A comparison with one of the viewer’s personas. NOT_FOUND for any other.',
  })
  async comparison(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Which comparison.' }) id: string,
  ): Promise<ComparisonType> {
    const viewer = signedIn(ctx);
    return comparisonView(await ownComparison(ctx, viewer, id), viewer.userId, ctx.origin);
  }

  @FieldResolver(() => ComparisonConnection, {
    description: 'Comparisons with any of the viewer’s personas and open invitations, newest first.',
  })
  async comparisons(
    @Ctx() ctx: Context,
    @Root() user: UserType,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to start behind.' })
    after?: string,
  ): Promise<ComparisonConnection> {
    const asked = checkPage({ first, after });
    // Ids first: of both sides' owners in one question PostgreSQL would read the whole table.
    const owned = await ctx.em.find(Persona, { owner: user.id }, { fields: ['id'] });
    const mine = { $in: owned.map(({ id }) => id) };
    const page = await ctx.em.findByCursor(Comparison, {
      where: { $or: [{ inviter: mine }, { accepter: mine }] },
      orderBy: { createdAt: QueryOrder.DESC, id: QueryOrder.DESC },
      populate: comparisonParts,
      ...asked,
    });
    return connectionOf(page, (comparison) => comparisonView(comparison, user.id, ctx.origin));
  }

  @Mutation(() => InviteToComparePayload, {
    description: 'Opens an invitation to compare, whose link is handed to one person.',
  })
  async inviteToCompare(
    @Ctx() ctx: Context,
    @Arg('input', () => InviteToCompareInput, { description: 'Whom to compare with.' })
    input: InviteToCompareInput,
  ): Promise<InviteToComparePayload> {
    const viewer = signedIn(ctx);
    await ctx.limits.take('createSurvey', viewer.userId, ctx.address);
    return {
      comparison: comparisonView(await inviteToCompare(ctx, viewer, input), viewer.userId, ctx.origin),
    };
  }

  @Mutation(() => AcceptComparisonPayload, {
    description: 'Agrees to compare: both owners then read the comparison. Sent again, it counts once.',
  })
  async acceptComparison(
    @Ctx() ctx: Context,
    @Arg('input', () => AcceptComparisonInput, { description: 'The code, and whom to compare with.' })
    input: AcceptComparisonInput,
  ): Promise<AcceptComparisonPayload> {
    const viewer = signedIn(ctx);
    return {
      comparison: comparisonView(await acceptComparison(ctx, viewer, input), viewer.userId, ctx.origin),
    };
  }

  @Mutation(() => EndComparisonPayload, {
    description: 'Ends a comparison for both owners, or takes an open invitation back.',
  })
  async endComparison(
    @Ctx() ctx: Context,
    @Arg('input', () => EndComparisonInput, { description: 'Which comparison.' }) input: EndComparisonInput,
  ): Promise<EndComparisonPayload> {
    return { comparisonId: await endComparison(ctx, signedIn(ctx), input) };
  }
}
