import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { CharacterCardFormat } from '../auth/exportLinks.js';
import { characterCardFiles } from '../images/characterCard/writeCharacterCard.js';
import type { HttpDependencies } from './dependencies.js';
import { HttpRefusal } from './errors/errorReply.js';
import { callerAddress } from './request.js';
import { createPictureCache, drawnAnew } from './web/pictureCache.js';

/**
 * `GET /exports/:token`: a private file behind a link that expires. The link is the permission, because a browser
 * sends no access token with a download. What is behind it is read anew each time and no cache may keep it, so a
 * deleted file is gone at once.
 */
export function exportRoute(app: FastifyInstance, dependencies: HttpDependencies): void {
  const { config, limits } = dependencies;
  const drawn = createPictureCache(drawnAnew);

  async function sendCard(reply: FastifyReply, personaId: string, format: CharacterCardFormat) {
    const shown = await dependencies.characterCard(personaId);
    const picture = shown && (await dependencies.findImage(shown.pictureHash));
    if (!shown || !picture) throw new HttpRefusal(404);
    const { type, name, write } = characterCardFiles[format];
    const file = await drawn.get(`${personaId} ${format}`, () => write(shown, picture.bytes));
    return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(file);
  }

  async function sendData(reply: FastifyReply, exportId: string) {
    const file = await dependencies.dataExport(exportId);
    if (file === null) throw new HttpRefusal(404);
    void reply.headers({
      'content-length': file.bytes,
      'content-disposition': 'attachment; filename="re-mirai-my-data.zip"',
    });
    return reply.type('application/zip').send(Readable.from(file.pieces, { objectMode: false }));
  }

  // A wildcard, because the router refuses parameters of more than 100 characters.
  app.get<{ Params: { '*': string } }>('/exports/*', async (request, reply) => {
    const address = callerAddress(request.raw, config.proxies);
    await limits.take('card', address, address);
    const target = await dependencies.openExportLink(request.params['*']);
    if (target === null) throw new HttpRefusal(404);
    void reply.headers({
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'",
      'x-robots-tag': 'noindex',
    });
    if (target.kind === 'card') return sendCard(reply, target.id, target.format);
    return sendData(reply, target.id);
  });
}
