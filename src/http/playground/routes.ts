import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpDependencies } from '../dependencies.js';
import { HttpRefusal } from '../errors/errorReply.js';
import { callerAddress } from '../request.js';
import { PLAYGROUND_FOLDER, playgroundFiles } from './files.js';
import { playgroundPage, playgroundPolicy } from './page.js';

/**
 * Registers the playground's files, compressed only. With introspection off, the page and the files answer 404.
 * Both count against a limit per address.
 * @returns sends the page
 */
export function playgroundRoutes(
  app: FastifyInstance,
  { config, limits }: HttpDependencies,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  const admit = async (request: FastifyRequest): Promise<void> => {
    if (!config.introspection) throw new HttpRefusal(404);
    const address = callerAddress(request.raw, config.proxies);
    await limits.take('playground', address, address);
  };

  app.get(`${PLAYGROUND_FOLDER}/:file`, async (request, reply) => {
    await admit(request);
    const file = (await playgroundFiles()).files.get(request.url);
    if (file === undefined) throw new HttpRefusal(404);
    void reply.header('vary', 'accept-encoding');
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
    if (encoding === undefined) throw new HttpRefusal(406);
    void reply.headers({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': encoding,
    });
    return reply.type(file.type).send(file.encodings[encoding]);
  });

  return async (request, reply) => {
    await admit(request);
    const { addresses } = await playgroundFiles();
    void reply.headers({ 'cache-control': 'no-cache', 'content-security-policy': playgroundPolicy });
    return reply.type('text/html; charset=utf-8').send(playgroundPage(addresses));
  };
}
