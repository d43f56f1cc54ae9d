import { z } from 'zod';
import type { Behaviour } from './behaviour.js';
import { openAiError } from './chatRequest.js';
import type { StandInReply } from './standInReply.js';
import { unkindWords } from './unkindWords.js';

const moderationRequest = z.object({
  model: z.string().optional(),
  input: z.union([z.string(), z.array(z.string()).min(1)]),
});

function verdictOn(text: string, scripted: Behaviour | null) {
  const found = unkindWords(text);
  const categories = { ...found, harassment: found.harassment || scripted?.do === 'flag' };
  return { flagged: Object.values(categories).includes(true), categories };
}

/** POST /v1/moderations */
export async function answerModeration(
  reply: StandInReply,
  body: unknown,
  scripted: Behaviour | null,
): Promise<void> {
  const parsed = moderationRequest.safeParse(body);
  if (!parsed.success) return reply.json(400, openAiError('The request is not a moderation.', null));
  if (scripted?.do === 'garbage') return reply.json(200, '<html>not JSON');
  if (scripted?.do === 'wrong-schema') return reply.json(200, { verdict: 'of another shape' });
  const inputs = [parsed.data.input].flat();
  const results = scripted?.do === 'empty' ? [] : inputs.map((text) => verdictOn(text, scripted));
  const answer = JSON.stringify({ id: 'modr-mirai', model: parsed.data.model ?? 'mirai-demo-1', results });
  if (scripted?.do === 'cut' || scripted?.do === 'stall') {
    reply.begin(200, { 'content-type': 'application/json' });
    await reply.write(answer.slice(0, answer.length / 2));
    return scripted.do === 'cut' ? reply.destroy() : reply.untilClosed();
  }
  return reply.json(200, answer);
}
