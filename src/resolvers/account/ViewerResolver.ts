import { QueryOrder } from '@mikro-orm/core';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { assertUuid } from '../../access/identifiers.js';
import { requireViewer } from '../../access/viewer.js';
import type { Context } from '../../context.js';
import { Survey } from '../../entities/Survey.js';
import { User } from '../../entities/User.js';
import { notFound } from '../../errors.js';
import { listOf, pageOf } from '../../queryCost.js';
import { SessionType, UserType } from '../../schema/account/types.js';
import { SurveyConnection, SurveyType } from '../../schema/survey/types.js';
import { batchLoad } from '../batchLoad.js';
import { loadPages } from '../loadPages.js';
import { parsePageArguments, toConnection } from '../paging.js';
import { ownSurvey } from '../survey/ownSurvey.js';
import { surveyView } from '../survey/surveyView.js';
import { userView } from './userView.js';

/** The longest list of sessions. Older ones are not listed; they still end by themselves. */
const MAX_SESSIONS = 50;

/** The viewer and their surveys. */
@Resolver(() => UserType)
export class ViewerResolver {
  @Query(() => UserType, { complexity: 10, description: 'The signed-in user.' })
  async viewer(@Ctx() ctx: Context): Promise<UserType> {
    const user = await userById(ctx, requireViewer(ctx).userId);
    if (user === undefined) throw notFound();
    return userView(user);
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
    const page = await surveyPage(ctx, { userId: user.id, first, after: pageOptions.after });
    return toConnection(page, (survey) => surveyView(survey, ctx.origin));
  }

  @FieldResolver(() => [SessionType], {
    complexity: listOf(MAX_SESSIONS, 10),
    description:
      'Where the viewer is signed in: the current session, then the others, last used first. At most 50.',
  })
  async sessions(@Ctx() ctx: Context): Promise<SessionType[]> {
    const { userId, sessionId } = requireViewer(ctx);
    return ctx.em.execute<SessionType[]>(
      `select id, id = :sessionId as current, last_used_on::text as "lastUsedOn", user_agent as "userAgent"
       from session where user_id = :userId and revoked_at is null and exists (
         select 1 from refresh_token where session_id = session.id and used_at is null and expires_at > now())
       order by current desc, last_used_on desc, created_at desc limit :max`,
      { userId, sessionId, max: MAX_SESSIONS },
    );
  }

  @FieldResolver(() => SurveyType, {
    complexity: 40,
    description: "One of the viewer's surveys, by ID. Fails with `NOT_FOUND` for any other.",
  })
  async survey(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'ID of the survey.' }) id: string,
  ): Promise<SurveyType> {
    requireViewer(ctx);
    assertUuid(id);
    const survey = await ownSurvey(ctx, id.toLowerCase());
    if (survey === undefined) throw notFound();
    return surveyView(survey, ctx.origin);
  }
}

/** The viewer, once for all names under which one operation asks for them. */
const userById = batchLoad(async ({ em }, ids) => {
  const users = await em.find(User, { id: { $in: [...ids] } });
  return new Map(users.map((user) => [user.id, user]));
});

const surveyPage = loadPages<Survey>(({ em }, { userId, first, after }) =>
  em.findByCursor(Survey, {
    where: { owner: userId },
    orderBy: { createdAt: QueryOrder.DESC, id: QueryOrder.DESC },
    first,
    after,
    includeCount: false,
  }),
);
