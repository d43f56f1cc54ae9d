import type { FastifyInstance } from 'fastify';
import type { HttpDependencies } from './dependencies.js';
import { HttpRefusal } from './errors/errorReply.js';
import { matchesEtag } from './request.js';

const FILE = /^([0-9a-f]{64})\.webp$/;

/**
 * `/images/:hash.webp`. The hash is the validator. Caches may keep an image for one minute only, because a
 * deleted image must disappear everywhere within a minute. For the same reason, the lookup comes before the
 * 304.
 */
export function imageRoute(app: FastifyInstance, dependencies: HttpDependencies): void {
  app.get<{ Params: { file: string } }>('/images/:file', async (request, reply) => {
    const hash = FILE.exec(request.params.file)?.[1];
    const image = hash === undefined ? null : await dependencies.findImage(hash);
    if (image === null) throw new HttpRefusal(404);
    const etag = `"${hash}"`;
    void reply.headers({
      etag,
      'cache-control': `${image.isPublic ? 'public' : 'private'}, max-age=60`,
      'content-security-policy': "default-src 'none'",
    });
    if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('image/webp').send(image.bytes);
  });
}
