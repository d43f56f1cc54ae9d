import { QueryOrder } from '@mikro-orm/core';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Survey } from '../entities/Survey.js';
import { User } from '../entities/User.js';
import { notFound } from '../errors.js';
import { SurveyConnection, SurveyType } from '../schema/SurveyType.js';
import { UserType } from '../schema/UserType.js';
import { checkPage } from './checkPage.js';
import { connectionOf } from './connectionOf.js';
import { ownSurvey } from './ownSurvey.js';
import { signedIn } from './signedIn.js';
import { surveyView } from './surveyView.js';
import { userView } from './userView.js';

/** The signed-in person and what is theirs. */
@Resolver(() => UserType)
export class ViewerResolver {
  @Query(() => UserType, { description: 'The signed-in person.' })
  async viewer(@Ctx() ctx: Context): Promise<UserType> {
    return userView(await ctx.em.findOneOrFail(User, signedIn(ctx).userId, { failHandler: notFound }));
  }

  @FieldResolver(() => SurveyConnection, { description: "The viewer's surveys, newest first." })
  async surveys(
    @Ctx() ctx: Context,
    @Root() user: UserType,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to start behind.' })
    after?: string,
  ): Promise<SurveyConnection> {
    const asked = checkPage({ first, after });
    const page = await ctx.em.findByCursor(Survey, {
      where: { owner: user.id },
      orderBy: { createdAt: QueryOrder.DESC, id: QueryOrder.DESC },
      ...asked,
    });
    return connectionOf(page, (survey) => surveyView(survey, ctx.origin));
  }

  @FieldResolver(() => SurveyType, { description: 'One of the viewer’s surveys. NOT_FOUND for any other.' })
  async survey(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Which survey.' }) id: string,
  ): Promise<SurveyType> {
    return surveyView(await ownSurvey(ctx, signedIn(ctx), id), ctx.origin);
  }
}
