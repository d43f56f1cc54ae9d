import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderPlayground, type PlaygroundPage } from './renderPlayground.js';

let rendered: Promise<PlaygroundPage> | undefined;

/** Sends the playground. It is the same for every caller and rendered once. */
export async function sendPlayground(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  rendered ??= renderPlayground().catch((error: unknown) => {
    // A failure is not cached: the next request tries again.
    rendered = undefined;
    throw error;
  });
  const page = await rendered;
  void reply.headers({
    etag: page.etag,
    vary: 'accept, accept-encoding',
    'cache-control': 'no-cache',
    'content-security-policy': page.contentSecurityPolicy,
  });
  if (request.headers['if-none-match'] === page.etag) return reply.code(304).send();
  void reply.type('text/html; charset=utf-8');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(page.html);
  return reply.header('content-encoding', 'gzip').send(page.gzipped);
}
