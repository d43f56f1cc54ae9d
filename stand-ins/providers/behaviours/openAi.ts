import { setTimeout as wait } from 'node:timers/promises';
import type { Behaviour } from '../behaviour.js';
import { gptImage, openAiChat, openAiEndpoints, openAiError } from '../openAiRules.js';
import { answerJson, answerCompletion } from '../wire.js';

const verify =
  'Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.';

/** OpenAI itself: its models, its accounts and its refusals. */
export const openAi: Record<string, Behaviour> = {
  'openai-gpt-4.1-mini': {
    ...openAiEndpoints,
    says: 'OpenAI with a classic model and gpt-image-1',
    source: 'openai/openai-openapi openapi.yaml',
  },
  'openai-2026-11': {
    ...openAiEndpoints,
    says: 'gpt-image-1 and dall-e-3 are shut down (23 Oct and 12 May 2026); gpt-4.1-mini still answers until 14 Jan 2027',
    source: 'developers.openai.com/api/docs/deprecations, …/models/gpt-image-1, openapi.yaml (shutdown_date)',
    images: (exchange) => {
      const { model } = exchange.body;
      if (!/^(gpt-image-1|dall-e-[23])$/.test(model)) return gptImage(exchange);
      const message = `The model \`${model}\` has been deprecated. Learn more: https://platform.openai.com/docs/deprecations`;
      return answerJson(exchange, 404, openAiError(message, 'model_not_found'));
    },
  },
  'openai-gpt5-unverified': {
    ...openAiEndpoints,
    says: 'gpt-5*/o3 refuse to stream for an unverified organisation; without stream they answer',
    source: 'Lamb-Project/lamb#54, RooCodeInc/Roo-Code#6868',
    chat: (exchange) => {
      if (!exchange.body.stream) return openAiChat()(exchange);
      const message = `Your organization must be verified to stream this model. ${verify} If you just verified, it can take up to 15 minutes for access to propagate.`;
      return answerJson(
        exchange,
        400,
        openAiError(message, 'unsupported_value', 'invalid_request_error', 'stream'),
      );
    },
  },
  'openai-gpt5-silent-35s': {
    ...openAiEndpoints,
    says: 'a reasoning model says nothing at all for 35 s, then answers',
    source: 'mezmo/aura#62',
    seconds: 180,
    chat: openAiChat({ pause: () => wait(35_000) }),
  },
  'openai-no-credit': {
    ...openAiEndpoints,
    says: 'an account without credit',
    source: 'OpenAI error guide',
    wanted: 'FAILURE',
    chat: (exchange) =>
      answerJson(
        exchange,
        429,
        openAiError(
          'You exceeded your current quota, please check your plan and billing details.',
          'insufficient_quota',
          'insufficient_quota',
        ),
      ),
  },
  'openai-bad-key': {
    ...openAiEndpoints,
    says: 'a wrong key',
    source: 'OpenAI error guide',
    wanted: 'FAILURE',
    chat: (exchange) =>
      answerJson(
        exchange,
        401,
        openAiError(
          'Incorrect API key provided: sk-canary. You can find your API key at https://platform.openai.com/account/api-keys.',
          'invalid_api_key',
        ),
      ),
  },
  'openai-unknown-model': {
    ...openAiEndpoints,
    says: 'a model that does not exist, or to which this account has no access',
    source: 'OpenAI error guide',
    wanted: 'FAILURE',
    chat: (exchange) =>
      answerJson(
        exchange,
        404,
        openAiError(
          `The model \`${exchange.body.model}\` does not exist or you do not have access to it.`,
          'model_not_found',
        ),
      ),
  },
  'openai-image-unverified': {
    ...openAiEndpoints,
    says: 'gpt-image-1 for an unverified organisation',
    source: 'OpenAI help 10910291',
    images: (exchange) =>
      answerJson(
        exchange,
        403,
        openAiError(`Your organization must be verified to use the model \`gpt-image-1\`. ${verify}`),
      ),
  },
  'openai-image-45s': {
    ...openAiEndpoints,
    says: 'gpt-image-1 takes 45 s',
    source: 'OpenAI image guide ("up to 2 minutes")',
    seconds: 45,
    images: async (exchange) => {
      if (!('response_format' in exchange.body)) await wait(45_000);
      return gptImage(exchange);
    },
  },
  'openai-image-blocked': {
    ...openAiEndpoints,
    says: 'the picture is refused by moderation',
    source: 'OpenAI image guide, code moderation_blocked',
    images: (exchange) =>
      answerJson(
        exchange,
        400,
        openAiError(
          'Your request was rejected as a result of our safety system.',
          'moderation_blocked',
          'image_generation_user_error',
        ),
      ),
  },
  'openai-refusal': {
    ...openAiEndpoints,
    says: 'structured outputs: the model refuses (delta.refusal)',
    source: 'OpenAI structured outputs guide',
    wanted: 'TEMPLATE',
    chat: (exchange) =>
      exchange.body.response_format === undefined
        ? openAiChat()(exchange)
        : answerCompletion(exchange, '', { refusal: "I'm sorry, I can't assist with that request." }),
  },
};
