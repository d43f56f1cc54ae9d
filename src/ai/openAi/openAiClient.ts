import OpenAI from 'openai';
import { cappedFetch } from './cappedFetch.js';

/** Where the provider is; a base address without a key is valid (Ollama, vLLM). */
export interface ProviderAddress {
  apiKey?: string;
  baseUrl?: string;
}

/**
 * One client of the SDK, with everything it would otherwise read from the environment set here, its own
 * retries off (the queue retries; two layers would multiply) and its logging off (it prints prompts).
 * @param maxAnswerBytes more than this of a response body is never read
 */
export function openAiClient({ apiKey, baseUrl }: ProviderAddress, maxAnswerBytes: number): OpenAI {
  return new OpenAI({
    // The SDK insists on a key; where there is none, the header below keeps this word from being sent.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    defaultHeaders: apiKey === undefined ? { Authorization: null } : {},
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: cappedFetch(maxAnswerBytes),
  });
}
