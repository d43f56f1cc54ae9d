import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../limits/isLoopback.js';

/** Whether a request began on this machine, judged by the socket. One that went through a proxy comes from elsewhere, however near the proxy is. */
export const isFromHere = ({ raw }: FastifyRequest): boolean =>
  isLoopback(raw.socket.remoteAddress ?? '') &&
  raw.headers['x-forwarded-for'] === undefined &&
  raw.headers.forwarded === undefined;
