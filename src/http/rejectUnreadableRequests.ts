import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpRefusal } from './errors/errorReply.js';

/** False for compression, which hides the size of a body, and UTF-16, which hides text from byte checks. */
function isReadable(request: FastifyRequest): boolean {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const charset =
    /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return encoding.toLowerCase() === 'identity' && /^utf-?8$/i.test(charset);
}

/** Rejects requests that no route can handle before their body is read. */
export function rejectUnreadableRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (path === '/graphql' && request.method !== 'GET' && request.method !== 'POST') {
      void reply.header('allow', 'GET, POST');
      throw new HttpRefusal(405);
    }
    if (request.is404) throw new HttpRefusal(404);
    if (!isReadable(request)) throw new HttpRefusal(415);
    // Apollo's integration builds a URL from these and throws if it is invalid.
    if (!URL.canParse(request.url, `${request.protocol}://${request.hostname}/`)) throw new HttpRefusal(400);
  });
}
