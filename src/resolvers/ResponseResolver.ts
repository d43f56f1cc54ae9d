import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { isOpaque } from '../commands/isOpaque.js';
import { submitResponse } from '../commands/submitResponse.js';
import { withdrawResponse } from '../commands/withdrawResponse.js';
import type { Context } from '../context.js';
import { Response } from '../entities/Response.js';
import { Survey } from '../entities/Survey.js';
import { notFound } from '../errors.js';
import { SubmitResponseInput, WithdrawResponseInput } from '../schema/inputs.js';
import { SubmitResponsePayload, WithdrawResponsePayload } from '../schema/payloads.js';
import { PublicSurveyType } from '../schema/PublicSurveyType.js';
import { ResponseType } from '../schema/ResponseType.js';
import { publicSurveyView } from './publicSurveyView.js';
import { responseView } from './responseView.js';

/** What a friend does: no sign-in, no name. */
@Resolver()
export class ResponseResolver {
  @Query(() => PublicSurveyType, {
    description: 'A survey by the last part of its link. The same for everyone.',
  })
  async survey(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { description: 'The last part of the link.' }) slug: string,
  ): Promise<PublicSurveyType> {
    if (!isOpaque(slug)) throw notFound();
    const asked = { failHandler: notFound, populate: ['owner'] } as const;
    return publicSurveyView(await ctx.em.findOneOrFail(Survey, { slug }, asked));
  }

  @Query(() => ResponseType, { description: "A respondent's own response, for whoever holds its receipt." })
  async responseByReceipt(
    @Ctx() ctx: Context,
    @Arg('receipt', () => ID, { description: 'What submitting answered.' }) receipt: string,
  ): Promise<ResponseType> {
    await ctx.limits.take('receipt', ctx.address, ctx.address);
    if (!isOpaque(receipt)) throw notFound();
    return responseView(
      await ctx.em.findOneOrFail(Response, { receipt }, { failHandler: notFound, populate: ['survey'] }),
    );
  }

  @Mutation(() => SubmitResponsePayload, {
    description: 'Stores a response and counts it, once per clientKey.',
  })
  async submitResponse(
    @Ctx() ctx: Context,
    @Arg('input', () => SubmitResponseInput, { description: 'The answers.' }) input: SubmitResponseInput,
  ): Promise<SubmitResponsePayload> {
    await ctx.limits.take('submitPerAddress', ctx.address, ctx.address);
    await ctx.limits.take('submitPerSurvey', input.slug, ctx.address);
    const { receipt, survey } = await submitResponse(ctx, input);
    return { receipt, survey: publicSurveyView(survey) };
  }

  @Mutation(() => WithdrawResponsePayload, {
    description: 'Removes a response, from the count and from what is made of it.',
  })
  async withdrawResponse(
    @Ctx() ctx: Context,
    @Arg('input', () => WithdrawResponseInput, { description: 'The receipt.' }) input: WithdrawResponseInput,
  ): Promise<WithdrawResponsePayload> {
    await ctx.limits.take('receipt', ctx.address, ctx.address);
    await withdrawResponse(ctx, input);
    return { ok: true };
  }
}
