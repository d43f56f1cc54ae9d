import fc from 'fast-check';
import { APIConnectionError, APIError } from 'openai';
import { describe, expect, it } from 'vitest';
import { startDeadlines } from '../../../src/ai/openai/deadlines.js';
import { toUpstreamError } from '../../../src/ai/openai/errors.js';
import { UpstreamError, type UpstreamErrorKind } from '../../../src/ai/ports.js';
import { openAiBody, refused, vllmBody } from './refusals.js';

function translated(error: unknown): UpstreamError {
  using deadlines = startDeadlines({ signal: new AbortController().signal, totalMs: 60_000 });
  const upstream = toUpstreamError(error, deadlines);
  if (upstream instanceof UpstreamError) return upstream;
  throw new Error('Not an UpstreamError.', { cause: upstream });
}

const google = (limit: number, seconds: string) => [
  {
    error: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      message: `You exceeded your current quota, please check your plan and billing details.\n* Quota exceeded for metric: x, limit: ${limit}, model: y\nPlease retry in ${seconds}s.`,
    },
  },
];
const noCredit = openAiBody('You exceeded your current quota, please check your plan.', 'insufficient_quota');
const limited = (words: string) => openAiBody(`Rate limit reached. ${words}`, 'rate_limit_exceeded');

const meanings: [what: string, status: number, body: unknown, kind: UpstreamErrorKind, says: RegExp][] = [
  ['a wrong key', 401, openAiBody('Incorrect API key provided'), 'operator', /check the key/],
  ['no credit at OpenAI', 429, noCredit, 'operator', /no credit left/],
  ['no credit at OpenRouter', 402, openAiBody('requires more credits'), 'operator', /no credit left/],
  ['no free tier at Google', 429, google(0, '20.04'), 'operator', /no credit left/],
  ['a rate limit at Google', 429, google(15, '38.86'), 'temporary', /rate limiting/],
  ['a rate limit', 429, limited(''), 'temporary', /rate limiting/],
  ['an unknown model', 404, openAiBody('no', 'model_not_found'), 'operator', /choose another/],
  [
    'a model that Ollama lacks',
    404,
    openAiBody('model "qwen3" not found, try pulling it first'),
    'operator',
    /choose another/,
  ],
  ['a missing endpoint', 404, '404 page not found', 'operator', /configured address/],
  [
    'LM Studio, which has no pictures',
    200,
    { error: 'Unexpected endpoint or method.' },
    'operator',
    /address/,
  ],
  [
    'a model that is loading',
    503,
    { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } },
    'temporary',
    /temporarily/,
  ],
  ['an overload', 529, openAiBody('Overloaded'), 'temporary', /temporarily/],
  ['a content filter', 400, openAiBody('filtered', 'content_filter'), 'refused', /under its policy/],
  ...[
    ['OpenAI, which finds a prompt suspicious', 'invalid_prompt', ''],
    ['OpenAI, by its usage policy', 'x', 'This may violate our usage policies.'],
    ['DeepSeek, by its policy', 'invalid_request_error', 'Content Exists Risk'],
    ['Qwen, by its policy', 'data_inspection_failed', 'Input data may contain inappropriate content.'],
    ['OpenRouter, by moderation', '403', 'Your input was flagged'],
  ].map(([what = '', code = '', message = '']): (typeof meanings)[number] => [
    what,
    400,
    openAiBody(message, code),
    'refused',
    /under its policy/,
  ]),
  [
    'a limit of the tokens of a minute',
    429,
    openAiBody('Too many tokens in this minute.', 'rate_limit_exceeded'),
    'temporary',
    /rate limiting/,
  ],
  [
    'a rate limit with the status 200',
    200,
    { error: { code: 429, message: 'Slow down' } },
    'temporary',
    /rate/,
  ],
  [
    'a wrong key with the status 200',
    200,
    { error: { code: '401', message: 'No' } },
    'operator',
    /check the key/,
  ],
  ["Groq's own check", 400, openAiBody('Failed', 'json_validate_failed'), 'malformed', /requested shape/],
  [
    'a prompt that is too long',
    400,
    vllmBody('maximum context length is 2048'),
    'operator',
    /longer context/,
  ],
  ['anything else', 418, 'I am a teapot', 'operator', /npm run check:provider/],
];

describe('a refusal', () => {
  it.each(meanings)('of %s is told as what it is', (_what, status, body, kind, says) => {
    const error = translated(refused(status, body));
    expect(error).toMatchObject({ kind, message: expect.stringMatching(says) as string });
  });

  it.each<[what: string, headers: Record<string, string>, body: unknown, seconds: number | null]>([
    ['seconds', { 'retry-after': '20' }, '', 20],
    ['a fraction', { 'retry-after': '1.2' }, '', 2],
    ['milliseconds', { 'retry-after-ms': '1500', 'retry-after': '9' }, '', 2],
    ['a date', { 'retry-after': new Date(Date.now() + 30_000).toUTCString() }, '', 30],
    ['a date that is over', { 'retry-after': new Date(Date.now() - 30_000).toUTCString() }, '', 0],
    ['a year', { 'retry-after': '31536000' }, '', 86_400],
    ['nonsense', { 'retry-after': 'soon' }, '', null],
    ['nothing', {}, limited('Please slow down.'), null],
    ["Groq's words", {}, limited('Please try again in 20s.'), 20],
    ["OpenAI's words", {}, limited('Please try again in 1m2.5s.'), 63],
    ["OpenAI's long words", {}, limited('Please try again in 1h12m3.5s.'), 4324],
    ["OpenAI's hours", {}, limited('Please try again in 2h.'), 7200],
    ["OpenAI's short words", {}, limited('Please try again in 650ms.'), 1],
    ["Google's words", {}, google(15, '38.863719904'), 39],
    ['the header before the words', { 'retry-after': '5' }, limited('Please try again in 20s.'), 5],
  ])('asks to wait, in %s', (_what, headers, body, seconds) => {
    const { retryAfter } = translated(refused(429, body, headers));
    if (seconds === null || retryAfter === null) return expect(retryAfter).toBe(seconds);
    // The clock runs while the test does.
    expect(retryAfter).toBeLessThanOrEqual(seconds);
    expect(retryAfter).toBeGreaterThanOrEqual(seconds - 3);
  });

  it('of any depth is understood as one', () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    expect(translated(refused(500, deep)).kind).toBe('temporary');
  });

  it('of an account without credit stays one, even if it asks to wait', () => {
    expect(translated(refused(429, noCredit, { 'retry-after': '20' })).kind).toBe('operator');
  });

  it('never passes on what the provider says: it quotes keys, addresses and prompts', () => {
    const secret = 'sk-canary-0123456789';
    const words = fc.constantFrom(...meanings.map(([, , body]) => JSON.stringify(body)));
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), words, (status, body) => {
        const quoted = `${body.slice(0, -1)} ${secret} ${body.slice(-1)}`;
        for (const text of [quoted, openAiBody(`${body} ${secret}`, secret, secret)]) {
          const error = translated(refused(status, text, { 'x-request-id': secret }));
          const told = JSON.stringify([error.message, error.stack, error.cause, { ...error }]);
          expect(told).not.toContain('canary');
        }
      }),
    );
  });

  it('that the SDK wraps is found, and its own errors are told without their words', () => {
    const wrapped = new APIConnectionError({ message: 'sk-canary', cause: refused(401, 'sk-canary') });
    const inStream = new APIError(undefined, { message: 'sk-canary' }, 'sk-canary', undefined);
    const cut = new APIConnectionError({ cause: new TypeError('terminated') });
    const errors = [wrapped, inStream, cut, new TypeError('terminated'), new SyntaxError('sk-canary')];
    expect(errors.map((error) => translated(error).kind)).toEqual([
      'operator',
      'temporary',
      'temporary',
      'temporary',
      'cut',
    ]);
    for (const error of errors) expect(translated(error).message).not.toContain('canary');
  });
});
