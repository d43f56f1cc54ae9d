import OpenAI from 'openai';
import { cappedFetch } from './cappedFetch.js';

/** Address of the provider. A base address without a key is valid (Ollama, vLLM). */
export interface ProviderAddress {
  apiKey?: string;
  baseUrl?: string;
}

/**
 * Creates an SDK client. Everything that the SDK would otherwise read from the environment is set here. Its
 * own retries are off (the queue retries, and two layers would multiply), and its logging is off (it prints
 * prompts).
 * @param maxAnswerBytes maximum number of bytes read from a response body
 */
export function openAiClient({ apiKey, baseUrl }: ProviderAddress, maxAnswerBytes: number): OpenAI {
  return new OpenAI({
    // The SDK requires a key. Without a key, the header below keeps this placeholder from being sent.
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
