import type { Behaviour, Exchange, Handler } from '../behaviour.js';
import { callsFor, goodAnswer, kindOf } from '../goodModel.js';
import { answerJson, answerText, answerCompletion } from '../wire.js';

const emptyNotFound: Handler = (exchange) => answerText(exchange, 404, '');

const asksForSchema = ({ body }: Exchange): boolean =>
  typeof body.response_format === 'object' && body.response_format.type === 'json_schema';

/** Google puts its errors into an array. */
const quotaExceeded = (limit: number, seconds: number) => [
  {
    error: {
      code: 429,
      message: `You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits. \n* Quota exceeded for metric: generativelanguage.googleapis.com/generate_content_free_tier_requests, limit: ${limit}, model: gemini-2.5-flash\nPlease retry in ${seconds}s.`,
      status: 'RESOURCE_EXHAUSTED',
    },
  },
];

/** Gemini's OpenAI-compatible address. */
export const google: Record<string, Behaviour> = {
  'gemini-schema': {
    says: 'Gemini (before Nov 2025) rejects schema keywords, in an array',
    source: 'google-gemini/deprecated-generative-ai-js#200 (message), array as above',
    chat: (exchange) =>
      asksForSchema(exchange)
        ? answerJson(exchange, 400, [
            {
              error: {
                code: 400,
                message:
                  'Invalid JSON payload received. Unknown name "additionalProperties" at \'generation_config.response_schema\': Cannot find field.',
                status: 'INVALID_ARGUMENT',
              },
            },
          ])
        : answerCompletion(exchange, goodAnswer(exchange.body)),
    images: emptyNotFound,
    moderations: emptyNotFound,
    other: emptyNotFound,
  },
  'gemini-429-quota': {
    says: 'a rate limit that is called a quota, with a hint to billing; free again after 4 s',
    source: 'google-gemini/gemini-cli#8437, continuedev/continue#10085 (words)',
    seconds: 5,
    chat: (exchange) => {
      const [first] = callsFor('persona', exchange.calls);
      const isLimited = kindOf(exchange.body) === 'persona' && Date.now() - (first?.at ?? 0) < 4000;
      if (isLimited) return answerJson(exchange, 429, quotaExceeded(15, 3.863719904));
      return answerCompletion(exchange, goodAnswer(exchange.body));
    },
    images: emptyNotFound,
    moderations: emptyNotFound,
    other: emptyNotFound,
  },
  'gemini-no-free-tier': {
    says: 'a model without a free tier: the same words with the limit 0, for good',
    source: 'continuedev/continue#10085, #11926',
    wanted: 'FAILURE',
    chat: (exchange) => answerJson(exchange, 429, quotaExceeded(0, 20.04466179)),
    images: emptyNotFound,
    moderations: emptyNotFound,
    other: emptyNotFound,
  },
};
