import type { Behaviour, ProviderRequest } from '../behaviour.js';
import { callsFor, goodAnswer, inventedShape, kindOf } from '../goodModel.js';
import { plainNotFound, textOnly } from '../notFound.js';
import { mentionsJson, moderations, openAiError } from '../openAiRules.js';
import { answerJson, answerCompletion } from '../wire.js';

const formatOf = ({ response_format: format }: ProviderRequest): string | undefined =>
  typeof format === 'object' ? format.type : undefined;

const schemaOf = ({ response_format: format }: ProviderRequest): string =>
  typeof format === 'object' ? JSON.stringify(format.json_schema ?? '') : '';

/** How long Groq's quota is used up, in seconds. */
const QUOTA_SECONDS = 20;

/** Providers other than OpenAI. */
export const hosted: Record<string, Behaviour> = {
  deepseek: {
    ...textOnly,
    says: 'refuses json_schema, wants json_object and the word json; no moderation',
    source: 'llm-exe/llm-exe#662, UKGovernmentBEIS/inspect_ai#4916',
    chat: (exchange) => {
      const format = formatOf(exchange.body);
      const refuse = (message: string): void =>
        answerJson(exchange, 400, openAiError(message, 'invalid_request_error'));
      if (format === 'json_schema') return refuse('This response_format type is unavailable now');
      if (format === 'json_object' && !mentionsJson(exchange.body))
        return refuse(
          "Prompt must contain the word 'json' in some form to use 'response_format' of type 'json_object'.",
        );
      return answerCompletion(exchange, goodAnswer(exchange.body), {
        before: ({ comment }) => comment('keep-alive'),
      });
    },
  },
  'groq-minitems': {
    ...textOnly,
    says: 'Groq: minItems is not supported → json_object',
    source: 'i-am-bee/beeai-framework#1215, presenton/presenton#165',
    chat: (exchange) =>
      schemaOf(exchange.body).includes('minItems')
        ? answerJson(exchange, 400, {
            error: {
              message:
                'invalid schema for response format: response_format/json_schema/summary: minItems is not supported',
              type: 'invalid_request_error',
            },
          })
        : answerCompletion(exchange, goodAnswer(exchange.body), { hasUsage: false }),
  },
  'groq-json-validate-failed': {
    ...textOnly,
    says: 'Groq validates JSON on its side: 400 json_validate_failed on the first persona, fine the next time',
    source: 'Bklieger/infinite-bookshelf#42, build-with-groq/g1#23',
    chat: (exchange) => {
      const isPersona = kindOf(exchange.body) === 'persona';
      const personas = callsFor('persona', exchange.calls);
      return isPersona && personas.length === 1
        ? answerJson(exchange, 400, {
            error: {
              message:
                "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
              type: 'invalid_request_error',
              code: 'json_validate_failed',
              failed_generation: '{"title": "The',
            },
          })
        : answerCompletion(exchange, goodAnswer(exchange.body));
    },
  },
  'groq-429-20s': {
    ...textOnly,
    says: 'tokens a minute used up: 429, retry-after 20, for 20 s, after the persona is there',
    source: 'elizaOS/eliza#4040, danielmiessler/Fabric#364',
    seconds: 20,
    chat: (exchange) => {
      const [first] = callsFor('chat', exchange.calls);
      const isLimited =
        kindOf(exchange.body) === 'chat' && Date.now() - (first?.at ?? 0) < QUOTA_SECONDS * 1000;
      if (!isLimited) return answerCompletion(exchange, goodAnswer(exchange.body));
      return answerJson(
        exchange,
        429,
        {
          error: {
            message:
              'Rate limit reached for model `llama-3.3-70b-versatile` in organization `org_x` service tier `on_demand` on tokens per minute (TPM): Limit 6000, Used 5034, Requested 2443. Please try again in 20s.',
            type: 'tokens',
            code: 'rate_limit_exceeded',
          },
        },
        { 'retry-after': String(QUOTA_SECONDS) },
      );
    },
  },
  'together-eos': {
    ...textOnly,
    says: 'finish_reason "eos"',
    source: 'openai/openai-dotnet#267, vibrantlabsai/ragas#1548',
    chat: (exchange) => answerCompletion(exchange, goodAnswer(exchange.body), { finishReason: 'eos' }),
  },
  'mistral-stream-options': {
    says: '422 for stream_options.include_usage, message is an object at the top level',
    source: 'dnakov/anon-kode#53',
    chat: (exchange) =>
      exchange.body.stream_options === undefined
        ? answerCompletion(exchange, goodAnswer(exchange.body))
        : answerJson(exchange, 422, {
            object: 'error',
            message: {
              detail: [
                {
                  type: 'extra_forbidden',
                  loc: ['body', 'stream_options', 'include_usage'],
                  msg: 'Extra inputs are not permitted',
                  input: true,
                  url: 'https://errors.pydantic.dev/2.10/v/extra_forbidden',
                },
              ],
            },
            type: 'invalid_request_error',
            param: null,
            code: null,
          }),
    images: plainNotFound,
    moderations,
    other: plainNotFound,
  },
  'response-format-ignored': {
    ...textOnly,
    says: "response_format is dropped without a word (Anthropic docs until 2025, LiteLLM drop_params): sensible JSON of the model's own shape",
    source: 'docs.anthropic.com/…/openai-sdk ("response_format: ignored"), BerriAI/litellm#38269',
    chat: (exchange) => {
      const { body } = exchange;
      if (kindOf(body) === 'chat') return answerCompletion(exchange, goodAnswer(body));
      const knowsSchema = /JSON Schema/.test(JSON.stringify(body.messages));
      const document = knowsSchema ? goodAnswer(body) : inventedShape(body);
      return answerCompletion(exchange, `\`\`\`json\n${document}\n\`\`\``);
    },
  },
  'openrouter-402': {
    ...textOnly,
    says: '402: fewer max_tokens needed, though the account has money',
    source: 'can1357/oh-my-pi#9569, QwenLM/qwen-code#73',
    chat: (exchange) =>
      exchange.body.max_tokens || exchange.body.max_completion_tokens
        ? answerCompletion(exchange, goodAnswer(exchange.body))
        : answerJson(exchange, 402, {
            error: {
              message:
                'This request requires more credits, or fewer max_tokens. You requested up to 65536 tokens, but can only afford 30104. To increase, visit https://openrouter.ai/settings/credits and add more credits',
              code: 402,
              metadata: { provider_name: null },
            },
            user_id: 'user_x',
          }),
  },
  'cloudflare-256': {
    ...textOnly,
    says: 'without max_tokens an answer ends after 256 tokens with "length"',
    source: 'Jazee6/cloudflare-ai-web#66, tashfeenahmed/freellmapi#644',
    chat: (exchange) =>
      answerCompletion(exchange, goodAnswer(exchange.body), {
        maxTokens: exchange.body.max_tokens ?? exchange.body.max_completion_tokens ?? 256,
      }),
  },
};
