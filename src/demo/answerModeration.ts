import { z } from 'zod';
import type { Behaviour } from './behaviour.js';
import { openAiError } from './openAiError.js';
import type { StandInReply } from './standInReply.js';
import { unkindWords } from './unkindWords.js';

const moderationRequest = z.object({
  model: z.string().optional(),
  input: z.union([z.string(), z.array(z.string()).min(1)]),
});

function verdictOn(text: string, deed: Behaviour | null) {
  const found = unkindWords(text);
  const categories = { ...found, harassment: found.harassment || deed?.do === 'flag' };
  return { flagged: Object.values(categories).includes(true), categories };
}

/** POST /v1/moderations */
export async function answerModeration(
  reply: StandInReply,
  body: unknown,
  deed: Behaviour | null,
): Promise<void> {
  const parsed = moderationRequest.safeParse(body);
  if (!parsed.success) return reply.json(400, openAiError('The request is not a moderation.', null));
  if (deed?.do === 'garbage') return reply.json(200, '<html>not JSON');
  if (deed?.do === 'wrong-schema') return reply.json(200, { verdict: 'of another shape' });
  const inputs = [parsed.data.input].flat();
  const results = deed?.do === 'empty' ? [] : inputs.map((text) => verdictOn(text, deed));
  const answer = JSON.stringify({ id: 'modr-mirai', model: parsed.data.model ?? 'mirai-demo-1', results });
  if (deed?.do === 'cut' || deed?.do === 'stall') {
    reply.begin(200, { 'content-type': 'application/json' });
    await reply.write(answer.slice(0, answer.length / 2));
    return deed.do === 'cut' ? reply.destroy() : reply.untilClosed();
  }
  return reply.json(200, answer);
}
