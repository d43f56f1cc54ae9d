import type { Behaviour, Handler, ProviderRequest } from '../behaviour.js';
import { goodAnswer, thinking } from '../goodModel.js';
import { textOnly, textOnlyFastApi } from '../notFound.js';
import { estimateTokens } from '../tokens.js';
import { answerJson, answerText, answerCompletion } from '../wire.js';

/** Keeps the system message and the last one, and drops the oldest between them until the rest fits. */
function truncated(body: ProviderRequest, contextTokens: number): ProviderRequest {
  const [system, ...rest] = body.messages;
  const head = system === undefined ? [] : [system];
  let kept = rest;
  const size = (): number =>
    [...head, ...kept].reduce((sum, { content }) => sum + estimateTokens(content) + 5, 0);
  while (kept.length > 1 && size() > contextTokens) kept = kept.slice(1);
  return { ...body, messages: [...head, ...kept] };
}

/** An error of vLLM before 0.10, which is not under `error`. */
const badRequest = (message: string) => ({
  object: 'error',
  message,
  type: 'BadRequestError',
  param: null,
  code: 400,
});

const schemaOf = ({ response_format: format }: ProviderRequest): string =>
  typeof format === 'object' ? JSON.stringify(format.json_schema ?? '') : '';

const unexpected =
  (endpoint: string): Handler =>
  (exchange) =>
    answerJson(exchange, 200, { error: `Unexpected endpoint or method. (${endpoint})` });

const llamaNotFound: Handler = (exchange) =>
  answerJson(exchange, 404, { error: { code: 404, message: 'File Not Found', type: 'not_found_error' } });

/** How long the model of llama.cpp loads. */
const LOADING_MS = 12_000;

/** Servers on people's own machines. */
export const local: Record<string, Behaviour> = {
  'ollama-as-readme-says': {
    ...textOnly,
    says: 'Ollama: no /v1/moderations, no images; json_schema is obeyed',
    source: 'alexrudall/ruby-openai#552 (routes), ollama docs/openai.md',
    chat: (exchange) =>
      answerCompletion(exchange, goodAnswer(exchange.body), {
        head: { system_fingerprint: 'fp_ollama' },
        hasLogprobs: false,
      }),
  },
  'ollama-num-ctx-4096': {
    ...textOnly,
    says: 'Ollama drops the oldest messages beyond num_ctx without a word',
    source: 'ollama/ollama#2722, infiniflow/ragflow#5743',
    chat: (exchange) => answerCompletion(exchange, goodAnswer(truncated(exchange.body, 4096))),
  },
  'ollama-model-not-pulled': {
    ...textOnly,
    says: 'Ollama does not have the model on its disk',
    source: 'netease-youdao/QAnything#555',
    wanted: 'FAILURE',
    chat: (exchange) =>
      answerJson(exchange, 404, {
        error: {
          message: `model "${exchange.body.model}" not found, try pulling it first`,
          type: 'api_error',
          param: null,
          code: null,
        },
      }),
  },
  lmstudio: {
    says: 'LM Studio answers 200 for endpoints it does not have; refuses json_object',
    source: 'lmstudio-ai/lmstudio-bug-tracker#618, #1323',
    chat: (exchange) => {
      const format = exchange.body.response_format;
      if (typeof format === 'object' && format.type === 'json_object')
        return answerJson(exchange, 400, {
          error: "'response_format.type' must be 'json_schema' or 'text'",
        });
      return answerCompletion(exchange, goodAnswer(exchange.body));
    },
    images: unexpected('POST /v1/images/generations'),
    moderations: unexpected('POST /v1/moderations'),
    other: (exchange) => unexpected(`${exchange.request.method} /${exchange.path}`)(exchange),
  },
  vllm: {
    ...textOnlyFastApi,
    says: 'vLLM today: json_schema obeyed, reasoning_content, FastAPI 404s',
    source: 'vLLM docs',
    chat: (exchange) =>
      answerCompletion(exchange, goodAnswer(exchange.body), {
        reasoning: { text: thinking, field: 'reasoning_content' },
      }),
  },
  'vllm-0.8-xgrammar': {
    ...textOnlyFastApi,
    says: 'vLLM < 0.9 refuses minItems/maxItems, error at the top level',
    source: 'vllm-project/vllm#16880, #12201',
    chat: (exchange) =>
      /minItems|maxItems/.test(schemaOf(exchange.body))
        ? answerJson(
            exchange,
            400,
            badRequest('The provided JSON schema contains features not supported by xgrammar.'),
          )
        : answerCompletion(exchange, goodAnswer(exchange.body)),
  },
  'vllm-gemma2-no-system': {
    ...textOnlyFastApi,
    says: 'a chat template without a system role',
    source: 'huggingface/chat-ui#1386, vllm-project/vllm#2964',
    chat: (exchange) =>
      exchange.body.messages.some(({ role }) => role === 'system')
        ? answerJson(exchange, 400, badRequest('System role not supported'))
        : answerCompletion(exchange, goodAnswer(exchange.body)),
  },
  'vllm-context-overflow': {
    ...textOnlyFastApi,
    says: 'max_model_len 2048: the prompt does not fit',
    source: 'vLLM "maximum context length" errors',
    chat: (exchange) => {
      const tokens = estimateTokens(JSON.stringify(exchange.body.messages));
      if (tokens <= 2048) return answerCompletion(exchange, goodAnswer(exchange.body));
      const message = `This model's maximum context length is 2048 tokens. However, you requested ${tokens} tokens in the messages. Please reduce the length of the messages.`;
      return answerJson(exchange, 400, badRequest(message));
    },
  },
  'llama.cpp-loading': {
    says: '503 while the model is loaded (12 s), then fine',
    source: 'ggml-org/llama.cpp server README ("Loading model")',
    seconds: 15,
    chat: (exchange) =>
      Date.now() - (exchange.calls[0]?.at ?? 0) < LOADING_MS
        ? answerJson(exchange, 503, {
            error: { code: 503, message: 'Loading model', type: 'unavailable_error' },
          })
        : answerCompletion(exchange, goodAnswer(exchange.body)),
    images: llamaNotFound,
    moderations: llamaNotFound,
    other: (exchange) => answerText(exchange, 404, '404 page not found'),
  },
  'local-cpu-6tps': {
    ...textOnly,
    says: 'an 8B model on a laptop CPU: 6 tokens a second',
    source: 'llama.cpp CPU benchmarks; arithmetic',
    seconds: 260,
    chat: (exchange) => answerCompletion(exchange, goodAnswer(exchange.body), { tokensPerSecond: 6 }),
  },
  'local-cpu-6tps-thinking': {
    ...textOnly,
    says: 'the same, and the model thinks 900 tokens first',
    source: 'as above; Qwen3 model cards',
    seconds: 1100,
    chat: (exchange) =>
      answerCompletion(exchange, goodAnswer(exchange.body), {
        tokensPerSecond: 6,
        reasoning: { text: thinking.repeat(24), field: 'reasoning' },
      }),
  },
};
