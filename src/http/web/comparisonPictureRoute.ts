import type { FastifyInstance } from 'fastify';
import { unauthenticated } from '../../errors.js';
import { drawPicture } from '../../images/card.js';
import type { HttpDependencies } from '../dependencies.js';
import { HttpRefusal } from '../errors/errorReply.js';
import { callerAddress } from '../request.js';
import type { ServerOrigins } from '../serverOrigins.js';

/**
 * `GET /comparisons/:id/picture.png`: the result of a comparison as a picture, for its two owners, while both allow
 * sharing it. It needs the access token, like an operation, and no cache may keep it. It is drawn anew each time, so
 * that it ends with the consent of either. Its QR code leads to the start page.
 */
export function comparisonPictureRoute(
  app: FastifyInstance,
  dependencies: HttpDependencies,
  origins: () => ServerOrigins,
): void {
  app.get<{ Params: { id: string } }>('/comparisons/:id/picture.png', async (request, reply) => {
    const viewer = await dependencies.authenticate(request.headers.authorization);
    if (viewer === null) throw unauthenticated();
    const address = callerAddress(request.raw, dependencies.config.proxies);
    await dependencies.limits.take('picture', viewer.userId, address);
    const shown = await dependencies.shownComparison(viewer, request.params.id);
    if (shown === null) throw new HttpRefusal(404);
    const png = await drawPicture({ kind: 'pair', ...shown, url: `${origins().ofLinks(request.raw)}/` });
    void reply.headers({
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'",
    });
    return reply.type('image/png').send(png);
  });
}
