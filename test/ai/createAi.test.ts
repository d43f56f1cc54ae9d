import { describe, expect, it } from 'vitest';
import { createAi } from '../../src/ai/createAi.js';
import { LocalModerator } from '../../src/ai/localModerator.js';
import { reflectionsPrompt } from '../../src/ai/prompts/reflections.js';
import { demoModels } from '../../src/modelSettings.js';
import { startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { until } from '../testkit/until.js';
import { evidence } from './evidence.js';
import { failureOf, modelsAt, silent } from './standIn.js';

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

describe('a provider that fails', () => {
  const cooling = { failures: 3, firstMs: 50, longestMs: 50 };

  it.each(['chat', 'text'] as const)(
    'of %s is asked by all again as soon as one answer begins to stream',
    async (role) => {
      await using provider = await startOpenAiStandIn();
      const ai = createAi(modelsAt(provider.url), { isDemo: false, log: silent, cooling });
      const controller = new AbortController();
      const { signal } = controller;
      const messages = [{ role: 'user' as const, content: 'Am I kind?' }];
      const call = () =>
        role === 'text' ? ask(ai) : ai.chatModel.writeText({ messages, signal, onPiece: () => undefined });
      provider.script({ path: 'chat', times: 3, do: 'fail', status: 503 });
      for (let times = 0; times < 3; times += 1) await failureOf(call());
      await until('a probe is due', () => !ai.isFailing(role));

      provider.script({ path: 'chat', do: 'stall' });
      const probe =
        role === 'text'
          ? ai.textModel.writeJson({ ...reflectionsPrompt(evidence()), signal })
          : ai.chatModel.writeText({ messages, signal, onPiece: () => undefined });
      const stopped = failureOf(probe);
      expect(ai.isFailing(role)).toBe(true);
      await until('the answer has begun', () => !ai.isFailing(role));
      await Promise.all([call(), call()]);
      controller.abort();
      expect((await stopped).isStopped).toBe(true);
    },
  );

  it('is one that answers later than its callers wait, and not one whose callers stopped their calls', async () => {
    await using provider = await startOpenAiStandIn();
    const slow = { failures: 3, firstMs: 60_000, longestMs: 60_000 };
    const ai = createAi(modelsAt(provider.url), { isDemo: false, log: silent, cooling: slow });
    const review = (signal: AbortSignal) => failureOf(ai.moderator.review('Hello there', signal));
    provider.script({
      path: 'moderations',
      times: Infinity,
      do: 'hold',
      until: new Promise(() => undefined),
    });
    for (let times = 1; times <= 3; times += 1) {
      const controller = new AbortController();
      const stopped = review(controller.signal);
      await until('the call arrived', () => provider.calls.length === times);
      controller.abort();
      expect((await stopped).isStopped).toBe(true);
    }
    expect(ai.isFailing('moderation')).toBe(false);
    for (let times = 0; times < 3; times += 1)
      expect((await review(AbortSignal.timeout(100))).message).toBe('The model did not answer in time.');
    expect(ai.isFailing('moderation')).toBe(true);
  });
});
