import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { LocalModerator } from './localModerator.js';
import { openAiClient } from './openai/client.js';
import { OpenAiIllustrator } from './openai/illustrator.js';
import { OpenAiLanguageModel } from './openai/languageModel.js';
import { OpenAiModerator } from './openai/moderator.js';
import type { Ai } from './ports.js';

const megabyte = 1024 * 1024;
/** Model name of the stand-in. Everything it generates carries this name. */
const demoModel = 'mirai-demo-1';

/**
 * Creates the model clients of this process, for the configured provider or for the stand-in if none is
 * configured.
 * @param settings `standInUrl`: base address of the running stand-in, required if neither key nor base
 *   address is set
 * @throws Error if no provider is configured and no stand-in is running
 */
export function createAi(
  settings: { openai: Config['openai']; moderation: Config['moderation']; standInUrl?: string },
  log: Logger,
): Ai {
  const { openai, moderation, standInUrl } = settings;
  const isDemo = openai.apiKey === undefined && openai.baseUrl === undefined;
  if (isDemo && standInUrl === undefined)
    throw new Error('No model provider is configured and no stand-in is running.');
  const address = isDemo ? { baseUrl: standInUrl } : { apiKey: openai.apiKey, baseUrl: openai.baseUrl };
  const model = (name: string): string => (isDemo ? demoModel : name);
  return {
    isDemo,
    languageModel: new OpenAiLanguageModel(openAiClient(address, 8 * megabyte), {
      model: model(openai.textModel),
      log,
    }),
    // A 20 MB picture takes 27 MB as base64.
    illustrator: new OpenAiIllustrator(openAiClient(address, 28 * megabyte), {
      model: model(openai.imageModel),
      log,
    }),
    moderator:
      moderation === 'local'
        ? new LocalModerator()
        : new OpenAiModerator(openAiClient(address, megabyte), { model: model(openai.moderationModel), log }),
  };
}
