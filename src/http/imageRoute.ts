import type { FastifyInstance } from 'fastify';
import type { HttpHouse } from './house.js';
import { Refusal } from './refusal.js';

const FILE = /^([0-9a-f]{64})\.webp$/;

const matches = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false;

/**
 * `/images/:hash.webp`. The hash is the validator; still the age is a minute, since a deleted picture must be gone within
 * one, everywhere. The lookup comes before the 304 for the same reason.
 */
export function imageRoute(app: FastifyInstance, house: HttpHouse): void {
  app.get<{ Params: { file: string } }>('/images/:file', async (request, reply) => {
    const hash = FILE.exec(request.params.file)?.[1];
    const image = hash === undefined ? null : await house.findImage(hash);
    if (image === null) throw new Refusal(404);
    const etag = `"${hash}"`;
    void reply.headers({
      etag,
      'cache-control': `${image.isPublic ? 'public' : 'private'}, max-age=60`,
      'content-security-policy': "default-src 'none'",
    });
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('image/webp').send(image.bytes);
  });
}
