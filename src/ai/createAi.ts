import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { LocalModerator } from './localModerator.js';
import { openAiClient } from './openAi/openAiClient.js';
import { OpenAiIllustrator } from './openAi/openAiIllustrator.js';
import { OpenAiLanguageModel } from './openAi/openAiLanguageModel.js';
import { OpenAiModerator } from './openAi/openAiModerator.js';
import type { Ai } from './ports.js';

const megabyte = 1024 * 1024;
/** What the stand-in calls itself: whatever it made carries this name. */
const demoModel = 'mirai-demo-1';

/**
 * The models this process speaks with: the configured provider, or the stand-in where none is configured.
 * @param settings `standInUrl`: base address of the running stand-in, required when neither key nor base address is set
 * @throws Error when there is nothing to speak with
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
    // 20 MB of picture are 27 MB of base64.
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
