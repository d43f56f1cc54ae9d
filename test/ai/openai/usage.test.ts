import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reflectionsPrompt } from '../../../src/ai/prompts/reflections.js';
import type { Usage } from '../../../src/ai/ports.js';
import type { ScriptedResponse } from '../../../stand-ins/openai/server/behaviour.js';
import { evidence } from '../evidence.js';
import { failureOf, speakWithStandIn } from '../standIn.js';

let line: Awaited<ReturnType<typeof speakWithStandIn>>;
let used: Usage[];
beforeEach(async () => {
  line = await speakWithStandIn();
  used = [];
});
afterEach(() => line[Symbol.asyncDispose]());

const onUsage = async (usage: Usage): Promise<void> => void used.push(usage);
const { signal } = new AbortController();
const document = () => line.ai.textModel.writeJson({ ...reflectionsPrompt(evidence()), signal, onUsage });
const reply = () =>
  line.ai.chatModel.writeText({
    messages: [{ role: 'user', content: 'Hello.' }],
    signal,
    onPiece: () => undefined,
    onUsage,
  });
const counted = { inputTokens: expect.any(Number) as number, outputTokens: expect.any(Number) as number };

describe('the usage of a call', () => {
  it('is reported for a document, a reply and a picture', async () => {
    const { usage } = await document();
    const replied = await reply();
    const { illustrator } = line.ai;
    const drawn = await illustrator?.draw({ prompt: 'a lighthouse', signal, onUsage });
    expect(used).toEqual([usage, replied, drawn?.usage]);
  });

  it('is reported for an unfit document, too', async () => {
    line.standIn.script({ path: 'chat', do: 'wrong-schema' });
    await document();
    expect(used).toMatchObject([counted, counted]);
  });

  it.each<ScriptedResponse>([{ do: 'truncate' }, { do: 'filter' }])(
    'is reported for an answer that is paid and of no use: $do',
    async (deed) => {
      line.standIn.script({ path: 'chat', ...deed });
      await failureOf(reply());
      expect(used).toMatchObject([counted]);
    },
  );

  it('is reported for a broken picture', async () => {
    line.standIn.script({ path: 'images', do: 'say', content: 'no picture' });
    const { illustrator } = line.ai;
    if (illustrator === null) throw new Error('Pictures are off.');
    await failureOf(illustrator.draw({ prompt: 'a lighthouse', signal, onUsage }));
    expect(used).toHaveLength(1);
  });

  it('is not reported for a refused request, which is free', async () => {
    line.standIn.script({ path: 'chat', do: 'fail', status: 401 });
    await failureOf(reply());
    expect(used).toEqual([]);
  });
});
