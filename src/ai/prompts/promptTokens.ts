import type { ChatTurn } from '../ports.js';
import { estimateTokens } from './estimateTokens.js';

/** What a message costs beside its text: the marks of its beginning and end, and its role. Chat formats take 3 to 5. */
export const MESSAGE_TOKENS = 5;

/** All messages together, by estimate. */
export const promptTokens = (messages: readonly ChatTurn[]): number =>
  messages.reduce((sum, { content }) => sum + MESSAGE_TOKENS + estimateTokens(content), 0);
