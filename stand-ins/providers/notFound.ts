import type { Handler } from './behaviour.js';
import { answerJson, answerText } from './wire.js';

/** Answers of servers that lack an endpoint. */
export const plainNotFound: Handler = (exchange) => answerText(exchange, 404, '404 page not found');

/** FastAPI's answer, as vLLM gives it. */
export const detailNotFound: Handler = (exchange) => answerJson(exchange, 404, { detail: 'Not Found' });

/** A server that writes and does nothing else: no pictures, no moderation. */
export const textOnly = { images: plainNotFound, moderations: plainNotFound, other: plainNotFound };

/** The same behind FastAPI. */
export const textOnlyFastApi = { images: detailNotFound, moderations: detailNotFound, other: detailNotFound };
