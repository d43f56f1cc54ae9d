import { z } from 'zod';
import type { Behaviour } from './behaviour.js';
import { openAiError } from './chatRequest.js';
import type { StandInReply } from './standInReply.js';

/** Draws the picture of a prompt as PNG. */
export type Draw = (prompt: string) => Promise<Buffer>;

const imageRequest = z.object({ model: z.string(), prompt: z.string().min(1) });

const asData = (bytes: Buffer): object => ({ data: [{ b64_json: bytes.toString('base64') }] });

/** Image tokens of a square picture of medium quality by gpt-image-1. */
const PICTURE_TOKENS = 1056;

/** The token usage of a picture, with the prompt at four characters per token. */
function usageOf(prompt: string) {
  const input_tokens = Math.ceil(prompt.length / 4);
  return { input_tokens, output_tokens: PICTURE_TOKENS, total_tokens: input_tokens + PICTURE_TOKENS };
}

/** What each behaviour returns instead of the picture. Behaviours that are not listed return the picture. */
const faults: Partial<Record<Behaviour['do'], (good: Buffer) => object>> = {
  'url-only': () => ({ data: [{ url: 'http://127.0.0.1:1/picture.png' }] }),
  empty: () => ({ data: [] }),
  'wrong-schema': () => ({ picture: 'of another shape' }),
  truncate: (good) => asData(good.subarray(0, 2000)),
  huge: () => ({ data: [{ b64_json: 'A'.repeat(40 * 1024 * 1024) }] }),
};

async function pictureFor(prompt: string, scripted: Behaviour | null, draw: Draw): Promise<object> {
  if (scripted?.do === 'say') return asData(Buffer.from(scripted.content));
  const good = await draw(prompt);
  return (scripted && faults[scripted.do]?.(good)) ?? asData(good);
}

/** POST /v1/images/generations: returns bytes unless the script says otherwise. */
export async function answerImage(
  reply: StandInReply,
  body: unknown,
  scripted: Behaviour | null,
  draw: Draw,
): Promise<void> {
  const parsed = imageRequest.safeParse(body);
  if (!parsed.success) return reply.json(400, openAiError('The request is not an image generation.', null));
  if (scripted?.do === 'refuse' || scripted?.do === 'filter')
    return reply.json(
      400,
      openAiError('The prompt was rejected by the safety system.', 'content_policy_violation'),
    );
  if (scripted?.do === 'garbage') return reply.json(200, '<html>not JSON');
  const answer = JSON.stringify({
    created: Math.floor(Date.now() / 1000),
    ...(await pictureFor(parsed.data.prompt, scripted, draw)),
    usage: usageOf(parsed.data.prompt),
  });
  if (scripted?.do !== 'stall' && scripted?.do !== 'cut') return reply.json(200, answer);
  reply.begin(200, { 'content-type': 'application/json' });
  await reply.write(answer.slice(0, answer.length / 2));
  return scripted.do === 'cut' ? reply.destroy() : reply.untilClosed();
}
