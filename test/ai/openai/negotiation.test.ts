import { describe, expect, it } from 'vitest';
import { refusalDetails } from '../../../src/ai/openai/refusals.js';
import {
  allowedFields,
  Negotiation,
  type NextStyle,
  type RequestFields,
  type RequestStyle,
  styleAfterRefusal,
} from '../../../src/ai/openai/negotiation.js';
import { openAiBody, refused, vllmBody } from './refusals.js';

const first = new Negotiation({ format: 'json_schema', tokenCap: 'max_tokens' }).style;
const all: RequestFields = {
  response_format: { type: 'json_schema', json_schema: { name: 'persona' } },
  reasoning_effort: 'low',
  max_tokens: 6000,
  stream: true,
  stream_options: { include_usage: true },
};

const after = (status: number, body: unknown, fields: RequestFields = all): NextStyle | null =>
  styleAfterRefusal(first, refusalDetails(refused(status, body)), fields);

const other = {
  ...first,
  dropped: [] as string[],
};
const next = (status: number, body: unknown, fields?: RequestFields) => {
  const style = after(status, body, fields)?.style;
  return style && { ...style, dropped: [...style.dropped] };
};

/** What a person may have written into the request that is refused. */
const echoed = 'The system role said: n, stream, max_tokens and response_format';

const learned: [provider: string, status: number, body: unknown, style: object][] = [
  [
    'OpenAI, unverified',
    400,
    openAiBody('Your organization must be verified to stream this model.', 'unsupported_value', 'stream'),
    { dropped: ['stream', 'stream_options'] },
  ],
  [
    'Mistral',
    422,
    {
      object: 'error',
      message: {
        detail: [{ type: 'extra_forbidden', loc: ['body', 'stream_options', 'include_usage'] }],
      },
      type: 'invalid_request_error',
      param: null,
      code: null,
    },
    { dropped: ['stream_options'] },
  ],
  [
    'vLLM before 0.9',
    400,
    vllmBody('The provided JSON schema contains features not supported by xgrammar.'),
    { format: 'loose_schema' },
  ],
  ['DeepSeek', 400, openAiBody('This response_format type is unavailable now'), { format: 'loose_schema' }],
  [
    'Groq',
    400,
    {
      error: {
        message:
          'invalid schema for response format: response_format/json_schema/summary: minItems is not supported',
      },
    },
    { format: 'loose_schema' },
  ],
  [
    'Gemini',
    400,
    [{ error: { code: 400, message: 'Invalid JSON payload received. Unknown name "additionalProperties"' } }],
    { format: 'loose_schema' },
  ],
  [
    'LM Studio',
    400,
    { error: "'response_format.type' must be 'json_schema' or 'text'" },
    { format: 'loose_schema' },
  ],
  ['a server that says nothing', 400, '', { format: 'loose_schema' }],
  [
    'FastAPI',
    422,
    { detail: [{ loc: ['body', 'response_format'], msg: 'invalid' }] },
    { format: 'loose_schema' },
  ],
  [
    'FastAPI, which repeats the request',
    422,
    { detail: [{ loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted', input: echoed }] },
    { dropped: ['stream_options'] },
  ],
  [
    'Groq, which repeats the answer',
    400,
    { error: { message: 'reasoning_effort is not supported', failed_generation: echoed } },
    { dropped: ['reasoning_effort'] },
  ],
  [
    'OpenRouter, which passes on the words of a provider',
    400,
    {
      error: {
        message: 'Provider returned error',
        code: 400,
        metadata: { raw: JSON.stringify({ error: { message: 'unknown field stream_options' } }) },
      },
    },
    { dropped: ['stream_options'] },
  ],
  [
    'a server that names a field beside the system prompt',
    400,
    openAiBody('The system prompt is fine, but reasoning_effort is unknown.'),
    { dropped: ['reasoning_effort'] },
  ],
  [
    'OpenRouter, whose errors have the status 200',
    200,
    { error: { code: 400, message: 'Unknown parameter: seed, stream_options' } },
    { dropped: ['stream_options'] },
  ],
  ['Gemma on vLLM', 400, vllmBody('System role not supported'), { mergesSystem: true }],
  [
    'vLLM, context',
    400,
    vllmBody("This model's maximum context length is 2048 tokens. However, you requested 8000 tokens."),
    { dropped: ['max_tokens', 'max_completion_tokens'] },
  ],
  [
    'OpenAI, max_tokens',
    400,
    openAiBody(
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'unsupported_parameter',
      'max_tokens',
    ),
    { dropped: ['max_tokens'], tokenCap: 'max_completion_tokens' },
  ],
  [
    'OpenAI, effort',
    400,
    openAiBody('Unrecognized request argument supplied: reasoning_effort'),
    { dropped: ['reasoning_effort'] },
  ],
];

const final: [what: string, status: number, body: unknown][] = [
  ['a wrong key', 401, openAiBody('Incorrect API key provided', 'invalid_api_key')],
  ['no credit', 402, { error: { message: 'This request requires more credits, or fewer max_tokens.' } }],
  ['an unknown model', 404, openAiBody('The model does not exist', 'model_not_found')],
  ['an unknown model as 400', 400, vllmBody('The model `x` does not exist.')],
  ['a rate limit', 429, openAiBody('Rate limit reached', 'rate_limit_exceeded')],
  ['a fault', 500, openAiBody('stream failed')],
  ['a content filter', 400, openAiBody('The response was filtered', 'content_filter', 'prompt')],
  ['a refused picture', 400, openAiBody('rejected as a result of our safety system', 'moderation_blocked')],
  ["Groq's own check", 400, openAiBody('Failed to generate JSON', 'json_validate_failed')],
];

describe('the next way of asking', () => {
  it.each(learned)('is learned from the words of %s', (_provider, status, body, style) => {
    expect(next(status, body)).toEqual({ ...other, ...style });
  });

  it.each(learned.filter(([provider]) => !/context|says nothing/.test(provider)))(
    'is right for all calls if %s named the cause',
    (_provider, status, body) => {
      expect(after(status, body)?.isLasting).toBe(true);
    },
  );

  it.each<[why: string, body: unknown, fields?: RequestFields]>([
    ['the prompt was too long', vllmBody("This model's maximum context length is 2048 tokens.")],
    ['nothing was said', '', { max_tokens: 6000 }],
    ['nothing was said about a document', ''],
    ['something else was said', openAiBody('Something else is wrong.'), { max_tokens: 6000 }],
  ])('is for this call only if %s', (_why, body, fields) => {
    expect(after(400, body, fields)?.isLasting).toBe(false);
  });

  it('takes one letter for a field only in quotes', () => {
    const picture = { n: 1, size: '1024x1024' };
    expect(next(400, openAiBody("Unknown parameter: 'n'."), picture)?.dropped).toEqual(['n']);
    for (const words of ['first line\nsecond', 'n > m in size'])
      expect(next(400, openAiBody(words), picture)?.dropped).toContain('size');
    expect(next(400, openAiBody('The n of x.\nNo.'), { n: 1, quality: 'low' })?.dropped).toHaveLength(2);
  });

  it.each(final)('does not exist after %s', (_what, status, body) => {
    expect(after(status, body)).toBeNull();
  });

  it('leaves out the format of a picture', () => {
    const picture = { n: 1, size: '1024x1024', response_format: 'b64_json' };
    const refusal = openAiBody(
      "Unknown parameter: 'response_format'.",
      'unknown_parameter',
      'response_format',
    );
    expect(next(400, refusal, picture)).toEqual({ ...other, dropped: ['response_format'] });
  });

  it('ends after a few tries, whatever a provider answers', () => {
    const bodies = [
      '',
      'Bad Request',
      ...learned.map(([, , body]) => body),
      openAiBody('stream, stream_options, max_tokens, response_format and seed are wrong'),
    ];
    for (const body of bodies) {
      let style: RequestStyle | null = first;
      let tries = 0;
      for (; style !== null; tries += 1) {
        const { response_format: format, ...rest } = all;
        const fields: RequestFields = allowedFields(style, {
          ...rest,
          max_tokens: undefined,
          ...(style.format === 'words' ? {} : { response_format: format }),
          [style.tokenCap]: 6000,
        });
        style = styleAfterRefusal(style, refusalDetails(refused(400, body)), fields)?.style ?? null;
      }
      expect(tries, JSON.stringify(body)).toBeLessThan(12);
    }
  });
});

describe('what a call found out', () => {
  const negotiation = () => new Negotiation({ format: 'words', tokenCap: 'max_tokens' });
  const refusal = (message: string) => refused(400, openAiBody(message));

  it('is remembered if the provider named it', () => {
    const known = negotiation();
    const call = known.begin();
    expect(call.changeAfter(refusal('stream is not supported'), { stream: true })).toBe(true);
    expect(call.remember()).toBe(true);
    expect([...known.begin().style.dropped]).toEqual(['stream', 'stream_options']);
  });

  it('is forgotten if it may be due to that call alone', () => {
    const known = negotiation();
    const call = known.begin();
    call.changeAfter(refusal('maximum context length'), { max_tokens: 6000 });
    expect(call.remember()).toBe(false);
    expect([...known.begin().style.dropped]).toEqual([]);
  });

  it('is not overwritten by a call that began before and found nothing', () => {
    const known = negotiation();
    const early = known.begin();
    const call = known.begin();
    call.changeAfter(refusal('stream is not supported'), { stream: true });
    call.remember();
    expect(early.remember()).toBe(false);
    expect(known.begin().style.dropped.size).toBe(2);
  });

  it('about a document of another shape holds for the next twenty', () => {
    const known = negotiation();
    expect(known.countDocument()).toBe(false);
    known.noteSpelledOut();
    const next = Array.from({ length: 30 }, () => known.countDocument());
    expect(next.filter(Boolean)).toHaveLength(20);
    expect(next.at(-1)).toBe(false);
  });
});
