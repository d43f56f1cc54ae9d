import type { Logger } from 'pino';
import type { Endpoint, ModelSettings } from '../modelSettings.js';
import { createWorkMetrics, type ModelRole, type WorkMetrics } from '../telemetry/workMetrics.js';
import { type Cooling, defaultCooling } from './breaker.js';
import { costOf as listPriceOf } from './costOf.js';
import { LocalModerator } from './localModerator.js';
import { WatchedCalls } from './modelCalls.js';
import { openAiClient, vendorOf } from './openai/client.js';
import { OpenAiIllustrator } from './openai/illustrator.js';
import { OpenAiLanguageModel } from './openai/languageModel.js';
import { negotiationFor } from './openai/negotiation.js';
import { OpenAiModerator } from './openai/moderator.js';
import type { Ai, Usage } from './ports.js';

const megabyte = 1024 * 1024;

/** How OpenTelemetry calls providers. For those that speak OpenAI's protocol it has no name. */
const providerNames = { openai: 'openai', azure: 'azure.ai.openai', other: 'openai_compatible' };

/**
 * Creates the model clients of this process.
 * @param models the configured models, or those of the stand-in
 * @param options.isDemo whether the stand-in answers
 * @param options.metrics counts calls, tokens and cost; by default they are not served
 * @param options.costOf in US dollars, null if unknown; by default at list prices
 * @param options.cooling when calls are withheld from a provider that fails
 */
export function createAi(
  models: ModelSettings,
  {
    isDemo,
    log,
    metrics = createWorkMetrics(),
    costOf = listPriceOf,
    cooling = defaultCooling,
  }: {
    isDemo: boolean;
    log: Logger;
    metrics?: WorkMetrics;
    costOf?: (usage: Usage) => number | null;
    cooling?: Cooling;
  },
): Ai {
  const { text, chat, image, moderation } = models;
  // What a provider refuses depends on all that it is sent.
  const identity = ({ endpoint, model, format, reasoningEffort, maxTokens }: typeof text): string =>
    JSON.stringify([endpoint, model, format, reasoningEffort, maxTokens]);
  const textNegotiation = negotiationFor(text);
  const chatNegotiation = identity(text) === identity(chat) ? textNegotiation : negotiationFor(chat);
  const watched = new Map<ModelRole, WatchedCalls>();
  const calls = (role: ModelRole, { endpoint, model }: { endpoint: Endpoint; model: string }) => {
    const { baseUrl } = endpoint;
    const name = providerNames[vendorOf(baseUrl) ?? 'other'];
    const address = baseUrl === undefined ? undefined : URL.parse(baseUrl)?.hostname;
    const made = new WatchedCalls(role, { model, name, address }, { metrics, costOf, cooling, log });
    watched.set(role, made);
    return made;
  };
  const writer = (role: 'text' | 'chat', settings: typeof text, negotiation: typeof textNegotiation) =>
    new OpenAiLanguageModel(
      openAiClient(settings.endpoint, 8 * megabyte),
      settings,
      log,
      negotiation,
      calls(role, settings),
    );
  const local = new LocalModerator();
  return {
    isDemo,
    textModel: writer('text', text, textNegotiation),
    chatModel: writer('chat', chat, chatNegotiation),
    // A 20 MB picture takes 27 MB as base64.
    illustrator:
      image &&
      new OpenAiIllustrator(openAiClient(image.endpoint, 28 * megabyte), image, log, calls('image', image)),
    moderator:
      moderation === null
        ? local
        : new OpenAiModerator(
            openAiClient(moderation.endpoint, megabyte),
            moderation,
            local,
            log,
            calls('moderation', moderation),
          ),
    isFailing: (role) => watched.get(role)?.isFailing ?? false,
  };
}
