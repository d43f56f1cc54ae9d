import { describe, expect, it } from 'vitest';
import { createAi } from '../../src/ai/createAi.js';
import { LocalModerator } from '../../src/ai/localModerator.js';
import { reflectionsPrompt } from '../../src/ai/prompts/reflections.js';
import { startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { evidence } from './evidence.js';
import { silent } from './standIn.js';

const names = { textModel: 'text-1', imageModel: 'image-1', moderationModel: 'moderation-1' };
const unset = { ...names, apiKey: undefined, baseUrl: undefined };
const ask = (ai: ReturnType<typeof createAi>) =>
  ai.languageModel.writeJson({ ...reflectionsPrompt(evidence()), signal: new AbortController().signal });

describe('the choice of models', () => {
  it('speaks with the stand-in, under its own model name, when nothing is configured', async () => {
    await using standIn = await startOpenAiStandIn();
    const ai = createAi({ openai: unset, moderation: 'provider', standInUrl: standIn.url }, silent);
    expect(ai.isDemo).toBe(true);
    expect((await ask(ai)).usage.model).toBe('mirai-demo-1');
    expect(standIn.calls).toMatchObject([{ model: 'mirai-demo-1', authorization: null }]);
  });

  it('speaks with a base address without a key, and sends none', async () => {
    await using provider = await startOpenAiStandIn();
    const ai = createAi({ openai: { ...unset, baseUrl: provider.url }, moderation: 'provider' }, silent);
    expect(ai.isDemo).toBe(false);
    await ask(ai);
    expect(provider.calls).toMatchObject([{ model: 'text-1', authorization: null }]);
  });

  it('sends the key where there is one', async () => {
    await using provider = await startOpenAiStandIn();
    const openai = { ...unset, apiKey: 'sk-1', baseUrl: provider.url };
    await ask(createAi({ openai, moderation: 'provider' }, silent));
    expect(provider.calls).toMatchObject([{ authorization: 'Bearer sk-1' }]);
  });

  it('judges on this machine with MODERATION=local', () => {
    const ai = createAi({ openai: { ...unset, apiKey: 'sk-1' }, moderation: 'local' }, silent);
    expect(ai.moderator).toBeInstanceOf(LocalModerator);
  });

  it('does not start with nothing to speak with', () => {
    expect(() => createAi({ openai: unset, moderation: 'local' }, silent)).toThrow(/No model provider/);
  });
});
