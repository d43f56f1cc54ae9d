import type { ChatTurn } from '../ports.js';
import { estimateTokens } from './estimateTokens.js';

/**
 * Tokens of a message besides its text: the markers of its beginning and end, and its role. Chat formats take
 * 3 to 5.
 */
export const MESSAGE_TOKENS = 5;

/** Estimated tokens of all messages together. */
export const promptTokens = (messages: readonly ChatTurn[]): number =>
  messages.reduce((sum, { content }) => sum + MESSAGE_TOKENS + estimateTokens(content), 0);
