import type { Endpoints, Exchange, Handler, ProviderRequest } from './behaviour.js';
import { goodAnswer } from './goodModel.js';
import { picture } from './picture.js';
import { answerCompletion, answerJson, type StreamOptions } from './wire.js';

/** An error body as OpenAI writes it. */
export const openAiError = (
  message: string,
  code: string | null = null,
  type = 'invalid_request_error',
  param: string | null = null,
) => ({ error: { message, type, param, code } });

interface SchemaNode {
  type?: string;
  additionalProperties?: unknown;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  items?: SchemaNode;
}

/** What strict mode objects to in a schema, or null. */
function strictProblem(node: SchemaNode | undefined, at = '()'): string | null {
  if (typeof node !== 'object') return null;
  if (node.type === 'object') {
    if (node.additionalProperties !== false)
      return `In context=${at}, 'additionalProperties' is required to be supplied and to be false.`;
    const missing = Object.keys(node.properties ?? {}).find((key) => !node.required?.includes(key));
    if (missing !== undefined)
      return `In context=${at}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`;
  }
  for (const [key, value] of Object.entries(node.properties ?? {})) {
    const problem = strictProblem(value, `('properties', '${key}')`);
    if (problem !== null) return problem;
  }
  return strictProblem(node.items, `${at}.items`);
}

const known = new Set([
  ...['model', 'messages', 'stream', 'stream_options', 'response_format', 'max_completion_tokens'],
  ...['reasoning_effort', 'temperature', 'store', 'metadata', 'seed'],
]);

/** Whether a prompt names JSON, which `json_object` requires. */
export const mentionsJson = ({ messages }: ProviderRequest): boolean =>
  /json/i.test(JSON.stringify(messages));

/** The error body with which OpenAI refuses a request, or null. */
export function openAiRefusal({ body }: Exchange): unknown {
  const unknown = Object.keys(body).find((key) => !known.has(key));
  if (unknown !== undefined) return openAiError(`Unrecognized request argument supplied: ${unknown}`);
  const format = body.response_format;
  if (typeof format !== 'object') return null;
  if (format.json_schema !== undefined) {
    const problem = strictProblem(format.json_schema.schema as SchemaNode);
    if (problem !== null)
      return openAiError(
        `Invalid schema for response_format '${format.json_schema.name}': ${problem}`,
        null,
        'invalid_request_error',
        'response_format',
      );
  }
  if (format.type === 'json_object' && !mentionsJson(body))
    return openAiError(
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
      null,
      'invalid_request_error',
      'messages',
    );
  return null;
}

/** OpenAI's chat completions, with the differences told in the options. */
export const openAiChat =
  (options: StreamOptions = {}): Handler =>
  (exchange) => {
    const refusal = openAiRefusal(exchange);
    if (refusal !== null) return answerJson(exchange, 400, refusal);
    return answerCompletion(exchange, goodAnswer(exchange.body), {
      hasRefusalNull: true,
      hasUsageNull: true,
      ...options,
    });
  };

/** Finds nothing to object to. */
export const moderations: Handler = (exchange) =>
  answerJson(exchange, 200, {
    id: 'modr-1',
    model: 'omni-moderation-latest',
    results: [
      {
        flagged: false,
        categories: { harassment: false, violence: false },
        category_scores: {},
        category_applied_input_types: {},
      },
    ],
  });

/** A GPT image model. */
export const gptImage: Handler = (exchange) => {
  if ('response_format' in exchange.body)
    return answerJson(
      exchange,
      400,
      openAiError(
        "Unknown parameter: 'response_format'.",
        'unknown_parameter',
        'invalid_request_error',
        'response_format',
      ),
    );
  return answerJson(exchange, 200, {
    created: 1,
    background: 'opaque',
    output_format: 'png',
    quality: 'high',
    size: '1024x1024',
    data: [{ b64_json: picture }],
    usage: { input_tokens: 90, output_tokens: 4160, total_tokens: 4250 },
  });
};

const images: Handler = (exchange) => {
  const { model, response_format: format } = exchange.body;
  if (!model.startsWith('dall-e')) return gptImage(exchange);
  const data =
    format === 'b64_json'
      ? { b64_json: picture }
      : { url: 'https://oaidalleapiprodscus.blob.core.windows.net/private/x.png' };
  return answerJson(exchange, 200, { created: 1, data: [{ ...data, revised_prompt: 'x' }] });
};

/** OpenAI's endpoints. */
export const openAiEndpoints: Endpoints = {
  chat: openAiChat(),
  images,
  moderations,
  other: (exchange) => {
    const { method, url } = exchange.request;
    return answerJson(exchange, 404, openAiError(`Invalid URL (${method} ${url})`));
  },
};
