import type { FastifyInstance } from 'fastify';
import type { Viewer } from '../../auth/tokens.js';
import { unauthenticated } from '../../errors.js';
import { drawPicture, type PictureContent } from '../../images/card.js';
import type { HttpDependencies } from '../dependencies.js';
import { HttpRefusal } from '../errors/errorReply.js';
import { callerAddress } from '../request.js';
import type { ServerOrigins } from '../serverOrigins.js';
import { pageWordings } from './pageWording.js';
import { languageOf } from './personaPage.js';
import { createPictureCache, drawnAnew } from './pictureCache.js';

/** @returns what the picture shows to this viewer; null if there is none */
type Read = (viewer: Viewer, id: string, origin: string) => Promise<PictureContent | null>;

/**
 * Pictures of what only its owners may see. They need the access token, like an operation, and no cache may keep them.
 * Each is drawn anew, so that it never outlives what it shows.
 * - `GET /messages/:id/picture.png`: one reply of the viewer's own mirror, with nothing of the other messages. Its QR
 *   code leads to the persona's page, if that is public.
 * - `GET /comparisons/:id/picture.png`: the result of a comparison, for its two owners, while both allow sharing it.
 *   Its QR code leads to the start page.
 */
export function privatePictureRoutes(
  app: FastifyInstance,
  dependencies: HttpDependencies,
  origins: () => ServerOrigins,
): void {
  const pictures = createPictureCache(drawnAnew);
  const serve = (path: string, read: Read): unknown =>
    app.get<{ Params: { id: string } }>(path, async (request, reply) => {
      const viewer = await dependencies.authenticate(request.headers.authorization);
      if (viewer === null) throw unauthenticated();
      const address = callerAddress(request.raw, dependencies.config.proxies);
      await dependencies.limits.take('picture', viewer.userId, address);
      const content = await read(viewer, request.params.id, origins().ofLinks(request.raw));
      if (content === null) throw new HttpRefusal(404);
      const png = await pictures.get(`${path} ${viewer.userId} ${request.params.id}`, () =>
        drawPicture(content),
      );
      void reply.headers({
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'",
      });
      return reply.type('image/png').send(png);
    });

  serve('/messages/:id/picture.png', async (viewer, id, origin) => {
    const shown = await dependencies.shownReply(viewer, id);
    if (shown === null) return null;
    const { publicSlug, portraitHash, ...content } = shown;
    const portrait = portraitHash === null ? null : await dependencies.findImage(portraitHash);
    return {
      kind: 'bubble',
      ...content,
      archetypeName: pageWordings[languageOf(content)].archetypes[content.archetype] ?? content.archetype,
      portrait: portrait && portrait.bytes,
      url: publicSlug === null ? null : `${origin}/p/${publicSlug}`,
    };
  });
  serve('/comparisons/:id/picture.png', async (viewer, id, origin) => {
    const shown = await dependencies.shownComparison(viewer, id);
    return shown && { kind: 'pair', ...shown, url: `${origin}/` };
  });
}
