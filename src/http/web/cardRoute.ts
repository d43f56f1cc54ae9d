import type { FastifyInstance } from 'fastify';
import { type CardContent, cardHash, type CardSize, drawCard } from '../../images/card.js';
import type { PublicPersonaType } from '../../schema/persona/PublicPersonaType.js';
import type { HttpDependencies } from '../dependencies.js';
import { HttpRefusal } from '../errors/errorReply.js';
import { callerAddress, matchesEtag } from '../request.js';
import type { ServerOrigins } from '../serverOrigins.js';
import { pageWordings } from './pageWording.js';
import { languageOf } from './personaPage.js';
import { createPictureCache } from './pictureCache.js';

const sizes: readonly CardSize[] = ['og', 'square', 'story'];
/** Where the middle size of an illustration is; see ImageSize. */
const MEDIUM = 1;
const limitsOfCache = { maxBytes: 32 * 1024 * 1024, maxDrawing: 2, maxWaiting: 20 };
/** A trait that too few friends could judge. */
const AVERAGE = 50;

/**
 * `/p/:slug/card.png?size=og|square|story`: the share card of a published persona. Like the page, caches keep it
 * for one minute only, and the persona is read before the 304.
 */
export function cardRoute(
  app: FastifyInstance,
  dependencies: HttpDependencies,
  origins: () => ServerOrigins,
): void {
  const { config, limits, publicPages } = dependencies;
  const cards = createPictureCache(limitsOfCache);

  app.get<{ Params: { slug: string }; Querystring: { size?: unknown } }>(
    '/p/:slug/card.png',
    async (request, reply) => {
      const size = sizes.find((one) => one === (request.query.size ?? 'og'));
      if (size === undefined) throw new HttpRefusal(400);
      const address = callerAddress(request.raw, config.proxies);
      await limits.take('card', address, address);
      const persona = await publicPages.persona(request.params.slug);
      if (persona === null) throw new HttpRefusal(404);
      const portrait = persona.picture?.sizes[MEDIUM]?.hash ?? null;
      const content = cardContent(persona, `${origins().ofLinks(request.raw)}/p/${persona.slug}`);
      const key = cardHash({ ...content, portrait }, size);
      const etag = `"${key}"`;
      if (matchesEtag(request.headers['if-none-match'], etag))
        return reply.headers({ etag, 'cache-control': CACHE }).code(304).send();
      const png = await cards.get(key, async () => {
        const image = portrait === null ? null : await dependencies.findImage(portrait);
        // Deleted meanwhile, and with it what the card shows.
        if (portrait !== null && image === null) throw new HttpRefusal(404);
        return drawCard({ ...content, portrait: image && image.bytes }, size);
      });
      void reply.headers({ etag, 'cache-control': CACHE, 'content-security-policy': "default-src 'none'" });
      if (!persona.searchable) void reply.header('x-robots-tag', 'noindex');
      return reply.type('image/png').send(png);
    },
  );
}

const CACHE = 'public, max-age=60';

function cardContent(persona: PublicPersonaType, url: string): Omit<CardContent, 'portrait'> {
  const { locale, name, title, archetype, rarity, traits, friends } = persona;
  const words = pageWordings[languageOf(persona)];
  return {
    locale,
    name,
    title,
    archetype,
    archetypeName: words.archetypes[archetype] ?? archetype,
    rarity: rarity && (words.rarity[rarity] ?? null),
    traits: traits.map(({ id, score }) => ({ name: words.traits[id] ?? id, score: score ?? AVERAGE })),
    friends,
    url,
  };
}
