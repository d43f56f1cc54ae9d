import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from './refusal.js';

/** A compressed body hides its size, and UTF-16 hides text from every check that reads bytes. */
function isReadable(request: FastifyRequest): boolean {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const charset =
    /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return encoding.toLowerCase() === 'identity' && /^utf-?8$/i.test(charset);
}

/** Turns away what no route would read, before a byte of the body is. */
export function guardRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (path === '/graphql' && request.method !== 'GET' && request.method !== 'POST') {
      void reply.header('allow', 'GET, POST');
      throw new Refusal(405);
    }
    if (request.is404) throw new Refusal(404);
    if (!isReadable(request)) throw new Refusal(415);
    // Apollo's integration builds a URL out of these, and throws where it cannot.
    if (!URL.canParse(request.url, `${request.protocol}://${request.hostname}/`)) throw new Refusal(400);
  });
}
