import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAiClient } from '../../src/ai/openai/client.js';
import { OpenAiIllustrator } from '../../src/ai/openai/illustrator.js';
import type { UpstreamErrorKind } from '../../src/ai/ports.js';
import type { ScriptedResponse } from '../../stand-ins/openai/server/behaviour.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { until } from '../testkit/until.js';
import { failureOf, modelsAt, silent } from './standIn.js';

let standIn: OpenAiStandIn;
beforeEach(async () => void (standIn = await startOpenAiStandIn()));
afterEach(() => standIn[Symbol.asyncDispose]());

function illustrator(model: string, totalMs = 180_000) {
  const { image } = modelsAt(standIn.url, { IMAGE_MODEL: model });
  if (image === null) throw new Error('Pictures are off.');
  return new OpenAiIllustrator(openAiClient(image.endpoint, 28 * 1024 * 1024), { ...image, totalMs }, silent);
}

const draw = (model = 'dall-e-3', totalMs?: number) =>
  illustrator(model, totalMs).draw({
    prompt: 'a lighthouse in cut glass',
    signal: new AbortController().signal,
  });

const faults: [
  what: string,
  deed: ScriptedResponse,
  kind: UpstreamErrorKind,
  says: RegExp,
  totalMs?: number,
][] = [
  ['an address instead of a picture', { do: 'url-only' }, 'operator', /does not fetch it/],
  ['no picture', { do: 'empty' }, 'cut', /did not return an image/],
  ['another shape', { do: 'wrong-schema' }, 'cut', /did not return an image/],
  [
    'bytes that are no picture',
    { do: 'say', content: '<svg onload="alert(1)"/>' },
    'cut',
    /did not return an image/,
  ],
  ['forty megabytes', { do: 'huge' }, 'cut', /far too long/],
  ['garbage', { do: 'garbage' }, 'cut', /not readable/],
  ['a cut connection', { do: 'cut' }, 'temporary', /broke off/],
  ['a stalled picture', { do: 'stall' }, 'cut', /too long/, 80],
  ['a content policy', { do: 'refuse' }, 'refused', /refused this content/],
  ['a rate limit', { do: 'fail', status: 429 }, 'temporary', /rate limiting/],
  ['a server fault', { do: 'fail', status: 502 }, 'temporary', /temporarily unavailable/],
  ['a wrong key', { do: 'fail', status: 401 }, 'operator', /credentials/],
];

describe('the illustrator', () => {
  it('draws a picture of 1024 by 1024', async () => {
    const { bytes, usage } = await draw();
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1024, height: 1024 });
    expect(usage.model).toBe('dall-e-3');
  });

  it.each(faults)(
    'turns %s into one failed call with the right advice',
    async (_, deed, kind, says, totalMs) => {
      standIn.script({ path: 'images', ...deed });
      const failure = await failureOf(draw('dall-e-3', totalMs));
      expect(failure).toMatchObject({ kind, message: expect.stringMatching(says) as string });
      expect(standIn.calls).toHaveLength(1);
    },
  );

  it('asks for bytes, except where the model refuses to be asked and answers them anyway', async () => {
    await draw('dall-e-3');
    await draw('gpt-image-1');
    expect(standIn.calls.map(({ body }) => (body as { response_format?: string }).response_format)).toEqual([
      'b64_json',
      undefined,
    ]);
  });

  it('remembers what the model refuses by name, also if another picture was asked for before', async () => {
    const painter = illustrator('dall-e-3');
    const one = () => painter.draw({ prompt: 'a lighthouse', signal: new AbortController().signal });
    let answer = (): void => undefined;
    const held = new Promise<void>((done) => (answer = done));
    standIn.script({ path: 'images', do: 'hold', until: held });
    standIn.script({
      path: 'images',
      do: 'fail',
      status: 400,
      message: "Unknown parameter: 'response_format'.",
    });
    const early = one();
    await until('the first picture is asked for', () => standIn.calls.length === 1);
    await one();
    answer();
    await early;
    await one();
    expect(standIn.calls.map(({ body }) => 'response_format' in (body as object))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
