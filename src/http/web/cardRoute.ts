import type { FastifyInstance } from 'fastify';
import { AppError } from '../../errors.js';
import { type CardContent, cardHash, type CardSize, drawCard } from '../../images/card.js';
import type { PublicPersonaType } from '../../schema/persona/PublicPersonaType.js';
import type { HttpDependencies } from '../dependencies.js';
import { HttpRefusal } from '../errors/errorReply.js';
import { callerAddress, matchesEtag } from '../request.js';
import type { ServerOrigins } from '../serverOrigins.js';
import { pageWordings } from './pageWording.js';
import { languageOf } from './personaPage.js';

const sizes: readonly CardSize[] = ['og', 'square', 'story'];
/** Where the middle size of an illustration is; see ImageSize. */
const MEDIUM = 1;
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
  const cards = createCardCache();

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

interface CardCacheLimits {
  maxBytes: number;
  /** How many cards are drawn at once, and how many more may wait for it. */
  maxDrawing: number;
  maxWaiting: number;
}

const cacheLimits: CardCacheLimits = { maxBytes: 32 * 1024 * 1024, maxDrawing: 2, maxWaiting: 20 };

/**
 * Keeps drawn cards in memory, those used last, up to a number of bytes. A card that several callers want at
 * once is drawn once.
 */
export function createCardCache({ maxBytes, maxDrawing, maxWaiting } = cacheLimits) {
  /** In the order of their last use. */
  const kept = new Map<string, Buffer>();
  const running = new Map<string, Promise<Buffer>>();
  const waiting: (() => void)[] = [];
  let [bytes, drawing] = [0, 0];

  function keep(key: string, png: Buffer): void {
    if (png.length > maxBytes) return;
    kept.set(key, png);
    bytes += png.length;
    for (const [oldest, { length }] of kept) {
      if (bytes <= maxBytes) break;
      kept.delete(oldest);
      bytes -= length;
    }
  }

  async function drawInTurn(key: string, draw: () => Promise<Buffer>): Promise<Buffer> {
    if (drawing >= maxDrawing) await new Promise<void>((resolve) => waiting.push(resolve));
    else drawing += 1;
    try {
      const png = await draw();
      keep(key, png);
      return png;
    } finally {
      // The place goes to the next in line without becoming free in between.
      const next = waiting.shift();
      if (next === undefined) drawing -= 1;
      else next();
    }
  }

  return {
    /** @throws AppError SERVICE_UNAVAILABLE if too many cards are waiting to be drawn */
    async get(key: string, draw: () => Promise<Buffer>): Promise<Buffer> {
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const already = running.get(key);
      if (already !== undefined) return already;
      if (waiting.length >= maxWaiting)
        throw new AppError('SERVICE_UNAVAILABLE', 'Too many cards are being drawn. Try again.', {
          retryAfter: 2,
        });
      const drawn = drawInTurn(key, draw).finally(() => running.delete(key));
      running.set(key, drawn);
      return drawn;
    },
  };
}
