import { describe, expect, it } from 'vitest';
import { createAi } from '../../src/ai/createAi.js';
import { LocalModerator } from '../../src/ai/localModerator.js';
import { reflectionsPrompt } from '../../src/ai/prompts/reflections.js';
import { demoModels } from '../../src/modelSettings.js';
import { startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { evidence } from './evidence.js';
import { modelsAt, silent } from './standIn.js';

const ask = (ai: ReturnType<typeof createAi>) =>
  ai.textModel.writeJson({ ...reflectionsPrompt(evidence()), signal: new AbortController().signal });

describe('the choice of models', () => {
  it('speaks with the stand-in, under its own model name, in the demo', async () => {
    await using standIn = await startOpenAiStandIn();
    const ai = createAi(demoModels(standIn.url, 'provider'), { isDemo: true, log: silent });
    expect((await ask(ai)).usage.model).toBe('mirai-demo-1');
    expect(standIn.calls).toMatchObject([{ model: 'mirai-demo-1', authorization: null }]);
  });

  it('speaks with a base address without a key, and sends none', async () => {
    await using provider = await startOpenAiStandIn();
    const models = modelsAt(provider.url, { OPENAI_API_KEY: '' });
    await ask(createAi(models, { isDemo: false, log: silent }));
    expect(provider.calls).toMatchObject([{ model: 'text-1', authorization: null }]);
  });

  it('sends the key where there is one', async () => {
    await using provider = await startOpenAiStandIn();
    await ask(createAi(modelsAt(provider.url, { OPENAI_API_KEY: 'sk-1' }), { isDemo: false, log: silent }));
    expect(provider.calls).toMatchObject([{ authorization: 'Bearer sk-1' }]);
  });

  it('asks for replies on their own where they are asked for in another way', async () => {
    await using provider = await startOpenAiStandIn();
    const ai = createAi(modelsAt(provider.url, { CHAT_REASONING_EFFORT: 'none' }), {
      isDemo: false,
      log: silent,
    });
    const message = 'response_format is not supported';
    provider.script({ path: 'chat', do: 'fail', status: 400, message });
    await ask(ai);
    await ai.chatModel.writeJson({
      ...reflectionsPrompt(evidence()),
      signal: new AbortController().signal,
    });
    const first = provider.calls.at(-1)?.body as { response_format: unknown };
    expect(JSON.stringify(first.response_format)).toContain('minItems');
  });

  it('judges on this machine with MODERATION=local, and draws no pictures with IMAGES=off', () => {
    const models = modelsAt('http://127.0.0.1:9', { MODERATION: 'local', IMAGES: 'off' });
    const ai = createAi(models, { isDemo: false, log: silent });
    expect(ai.moderator).toBeInstanceOf(LocalModerator);
    expect(ai.illustrator).toBeNull();
  });
});
