import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { isOpaqueToken } from '../../access/identifiers.js';
import { submitResponse } from '../../commands/survey/submitResponse.js';
import { withdrawResponse } from '../../commands/survey/withdrawResponse.js';
import type { Context } from '../../context.js';
import { Response } from '../../entities/Response.js';
import { notFound } from '../../errors.js';
import { SubmitResponseInput, WithdrawResponseInput } from '../../schema/survey/inputs.js';
import { SubmitResponsePayload, WithdrawResponsePayload } from '../../schema/survey/payloads.js';
import { PublicSurveyType, ResponseType } from '../../schema/survey/types.js';
import { publicSurveyView, readPublicSurvey } from './publicSurveyView.js';
import { responseView } from './surveyView.js';

/** What friends do: view a survey, submit, view and withdraw a response. No sign-in, no name. */
@Resolver()
export class ResponseResolver {
  @Query(() => PublicSurveyType, {
    complexity: 20,
    description:
      'A survey by the last part of its link. Requires no sign-in. The same for every caller. Fails with `NOT_FOUND` if there is none.',
  })
  async survey(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { description: 'Last part of the survey link.' }) slug: string,
  ): Promise<PublicSurveyType> {
    const survey = await readPublicSurvey(ctx, slug);
    if (survey === null) throw notFound();
    return survey;
  }

  @Query(() => ResponseType, {
    complexity: 20,
    description: 'A response by its receipt. Requires no sign-in. Fails with `NOT_FOUND` if there is none.',
  })
  async responseByReceipt(
    @Ctx() ctx: Context,
    @Arg('receipt', () => ID, { description: 'Receipt that `submitResponse` returned.' }) receipt: string,
  ): Promise<ResponseType> {
    await ctx.limits.take('receipt', ctx.address, ctx.address);
    if (!isOpaqueToken(receipt)) throw notFound();
    return responseView(
      ctx.em,
      await ctx.em.findOneOrFail(Response, { receipt }, { failHandler: notFound, populate: ['survey'] }),
    );
  }

  @Mutation(() => SubmitResponsePayload, {
    description:
      'Submits a response to a survey. Requires no sign-in. Responses with the same `clientKey` count once.',
  })
  async submitResponse(
    @Ctx() ctx: Context,
    @Arg('input', () => SubmitResponseInput, { description: 'Parameters for `submitResponse`.' })
    input: SubmitResponseInput,
  ): Promise<SubmitResponsePayload> {
    await ctx.limits.take('submitPerAddress', ctx.address, ctx.address);
    const { receipt, survey } = await submitResponse(ctx, input);
    return { receipt, survey: publicSurveyView(survey, survey.consent) };
  }

  @Mutation(() => WithdrawResponsePayload, {
    description:
      'Deletes a response. Requires no sign-in. The response no longer counts, and later versions of the persona are made without it. If fewer responses than the threshold remain, all versions of the persona are deleted and its status returns to `PENDING`.',
  })
  async withdrawResponse(
    @Ctx() ctx: Context,
    @Arg('input', () => WithdrawResponseInput, { description: 'Parameters for `withdrawResponse`.' })
    input: WithdrawResponseInput,
  ): Promise<WithdrawResponsePayload> {
    await ctx.limits.take('receipt', ctx.address, ctx.address);
    await withdrawResponse(ctx, input);
    return { ok: true };
  }
}
