import type { FastifyInstance } from 'fastify';
import { unauthenticated } from '../../errors.js';
import { drawPicture } from '../../images/card.js';
import type { HttpDependencies } from '../dependencies.js';
import { HttpRefusal } from '../errors/errorReply.js';
import { callerAddress } from '../request.js';
import type { ServerOrigins } from '../serverOrigins.js';
import { pageWordings } from './pageWording.js';
import { languageOf } from './personaPage.js';

/**
 * `GET /messages/:id/picture.png`: one reply of the viewer's own mirror as a picture, with nothing of the other messages.
 * It needs the access token, like an operation, and no cache may keep it. It is drawn anew each time, and so never
 * outlives the conversation. Its QR code leads to the persona's page, if that is public.
 */
export function replyPictureRoute(
  app: FastifyInstance,
  dependencies: HttpDependencies,
  origins: () => ServerOrigins,
): void {
  app.get<{ Params: { id: string } }>('/messages/:id/picture.png', async (request, reply) => {
    const viewer = await dependencies.authenticate(request.headers.authorization);
    if (viewer === null) throw unauthenticated();
    const address = callerAddress(request.raw, dependencies.config.proxies);
    await dependencies.limits.take('picture', viewer.userId, address);
    const shown = await dependencies.shownReply(viewer, request.params.id);
    if (shown === null) throw new HttpRefusal(404);
    const { publicSlug, portraitHash, ...content } = shown;
    const portrait = portraitHash === null ? null : await dependencies.findImage(portraitHash);
    const png = await drawPicture({
      kind: 'bubble',
      ...content,
      archetypeName: pageWordings[languageOf(content)].archetypes[content.archetype] ?? content.archetype,
      portrait: portrait && portrait.bytes,
      url: publicSlug === null ? null : `${origins().ofLinks(request.raw)}/p/${publicSlug}`,
    });
    void reply.headers({
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'",
    });
    return reply.type('image/png').send(png);
  });
}
