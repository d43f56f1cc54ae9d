import type { FastifyInstance } from 'fastify';
import { drawPicture, surveyPictureHash } from '../../images/card.js';
import type { Locale } from '../../locale.js';
import type { HttpDependencies } from '../dependencies.js';
import { HttpRefusal } from '../errors/errorReply.js';
import { callerAddress, matchesEtag } from '../request.js';
import { createPictureCache } from './pictureCache.js';

const CACHE = 'public, max-age=60';
const limits = { maxBytes: 8 * 1024 * 1024, maxDrawing: 1, maxWaiting: 20 };

/** What a survey's link preview shows. */
interface PreviewedSurvey {
  ownerName: string;
  locale: Locale;
}

const contentOf = ({ ownerName, locale }: PreviewedSurvey) =>
  ({ kind: 'survey', locale, name: ownerName }) as const;

/** The path of a survey's preview picture. It changes with the name, so that messengers fetch the new one. */
export const surveyPicturePath = (slug: string, survey: PreviewedSurvey): string =>
  `/s/${slug}/preview.png?v=${surveyPictureHash(contentOf(survey)).slice(0, 12)}`;

/** `/s/:slug/preview.png`: the picture of a survey's link preview, with the owner's name and without any count. */
export function surveyPictureRoute(app: FastifyInstance, dependencies: HttpDependencies): void {
  const { config, publicPages } = dependencies;
  const pictures = createPictureCache(limits);

  app.get<{ Params: { slug: string } }>('/s/:slug/preview.png', async (request, reply) => {
    const address = callerAddress(request.raw, config.proxies);
    await dependencies.limits.take('card', address, address);
    const survey = await publicPages.survey(request.params.slug);
    if (survey === null) throw new HttpRefusal(404);
    const content = contentOf(survey);
    const key = surveyPictureHash(content);
    const etag = `"${key}"`;
    void reply.headers({
      etag,
      'cache-control': CACHE,
      'content-security-policy': "default-src 'none'",
      'x-robots-tag': 'noindex',
    });
    if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('image/png').send(await pictures.get(key, () => drawPicture(content)));
  });
}
