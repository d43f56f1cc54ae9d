import type { Logger } from 'pino';
import type { ModelSettings } from '../modelSettings.js';
import { LocalModerator } from './localModerator.js';
import { openAiClient } from './openai/client.js';
import { OpenAiIllustrator } from './openai/illustrator.js';
import { negotiationFor, OpenAiLanguageModel } from './openai/languageModel.js';
import { OpenAiModerator } from './openai/moderator.js';
import type { Ai } from './ports.js';

const megabyte = 1024 * 1024;

/**
 * Creates the model clients of this process.
 * @param models the configured models, or those of the stand-in
 * @param isDemo whether the stand-in answers
 */
export function createAi(models: ModelSettings, { isDemo, log }: { isDemo: boolean; log: Logger }): Ai {
  const { text, chat, image, moderation } = models;
  // What a provider refuses depends on all that it is sent.
  const identity = ({ endpoint, model, format, reasoningEffort, maxTokens }: typeof text): string =>
    JSON.stringify([endpoint, model, format, reasoningEffort, maxTokens]);
  const textNegotiation = negotiationFor(text);
  const chatNegotiation = identity(text) === identity(chat) ? textNegotiation : negotiationFor(chat);
  const writer = (settings: typeof text, negotiation: typeof textNegotiation) =>
    new OpenAiLanguageModel(openAiClient(settings.endpoint, 8 * megabyte), settings, log, negotiation);
  const local = new LocalModerator();
  return {
    isDemo,
    textModel: writer(text, textNegotiation),
    chatModel: writer(chat, chatNegotiation),
    // A 20 MB picture takes 27 MB as base64.
    illustrator: image && new OpenAiIllustrator(openAiClient(image.endpoint, 28 * megabyte), image, log),
    moderator:
      moderation === null
        ? local
        : new OpenAiModerator(openAiClient(moderation.endpoint, megabyte), moderation, local, log),
  };
}
