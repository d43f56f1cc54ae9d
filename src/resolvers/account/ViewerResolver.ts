import { QueryOrder } from '@mikro-orm/core';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { findOwnSurvey } from '../../access/survey.js';
import { requireViewer } from '../../access/viewer.js';
import type { Context } from '../../context.js';
import { Survey } from '../../entities/Survey.js';
import { User } from '../../entities/User.js';
import { notFound } from '../../errors.js';
import { pageOf } from '../../queryCost.js';
import { UserType } from '../../schema/account/types.js';
import { SurveyConnection, SurveyType } from '../../schema/survey/types.js';
import { parsePageArguments, toConnection } from '../paging.js';
import { surveyView } from '../survey/surveyView.js';
import { userView } from './userView.js';

/** The viewer and their surveys. */
@Resolver(() => UserType)
export class ViewerResolver {
  @Query(() => UserType, { complexity: 10, description: 'The signed-in user.' })
  async viewer(@Ctx() ctx: Context): Promise<UserType> {
    return userView(await ctx.em.findOneOrFail(User, requireViewer(ctx).userId, { failHandler: notFound }));
  }

  @FieldResolver(() => SurveyConnection, {
    complexity: pageOf(1, 30),
    description: "The viewer's surveys, newest first.",
  })
  async surveys(
    @Ctx() ctx: Context,
    @Root() user: UserType,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Number of items to return, 1 to 100.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Return only items after this cursor.' })
    after?: string,
  ): Promise<SurveyConnection> {
    const pageOptions = parsePageArguments({ first, after });
    const page = await ctx.em.findByCursor(Survey, {
      where: { owner: user.id },
      orderBy: { createdAt: QueryOrder.DESC, id: QueryOrder.DESC },
      ...pageOptions,
    });
    return toConnection(page, (survey) => surveyView(survey, ctx.origin));
  }

  @FieldResolver(() => SurveyType, {
    complexity: 40,
    description: "One of the viewer's surveys, by ID. Fails with `NOT_FOUND` for any other.",
  })
  async survey(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'ID of the survey.' }) id: string,
  ): Promise<SurveyType> {
    return surveyView(await findOwnSurvey(ctx, requireViewer(ctx), id), ctx.origin);
  }
}
