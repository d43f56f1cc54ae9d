import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { compress } from '../publicReads/compress.js';
import type { HttpDependencies } from '../dependencies.js';
import { HttpRefusal } from '../errors/errorReply.js';
import { acceptedLanguage, type Language, matchesEtag } from '../request.js';
import type { ServerOrigins } from '../serverOrigins.js';
import { findFile } from './findFile.js';
import { createFirstScreens } from './firstScreens.js';
import { createPageFiles } from './pageFiles.js';
import { pageHeaders } from './pageHeaders.js';
import { createPageTemplate, type FirstView, type PageHead } from './pageTemplate.js';
import { type FilledPage, publicRoutes } from './publicRoutes.js';

/** The page shown instead of the web app until the app is built. */
const unbuiltPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Re:MirAI</title>
<main>
<h1>Re:MirAI</h1>
<p>The API is running. The web app is not built yet: run <code>npm run build:web</code>, and load this page again.</p>
<ul>
<li><a href="/graphql">Playground</a></li>
<li><a href="/readyz">Readiness</a></li>
<li><a href="/healthz">Health</a></li>
</ul>
</main>
</html>
`;

/**
 * Routes of the pages, as in the router of the app. The log names the pattern and not the URL, because most
 * URLs are secrets.
 */
const pages = [
  '/auth/callback',
  '/welcome',
  '/home',
  '/surveys/new',
  '/surveys/:id',
  '/personas/:id',
  '/personas/:id/chat',
  '/practice',
  '/compare',
  '/settings',
  '/privacy',
  '/receipt',
  '/s/:slug/thanks',
];

const INDEX = 'index.html';
/** For file names that contain a hash of the content, which therefore never changes. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** For files that caches must revalidate on each use. */
const REVALIDATE = 'no-cache';
/** For published personas, which must disappear everywhere within a minute. */
const ONE_MINUTE = 'public, max-age=60';

const wantsPage = ({ headers }: FastifyRequest): boolean => (headers.accept ?? '').includes('text/html');

/**
 * Serves the web app: its files, and its single page at the route of every page. Browsers also get the page
 * at unknown URLs, with status 404, so that the app can explain it. Files are looked up on each request, so
 * that a new build takes effect at once.
 */
export async function webRoutes(
  app: FastifyInstance,
  dependencies: HttpDependencies,
  origins: () => ServerOrigins,
): Promise<void> {
  const { webFolder: folder } = dependencies;
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    suppressWarning: true,
  });
  const isBuilt = async (): Promise<boolean> => (await findFile(folder, `/${INDEX}`)) !== null;
  const pageFiles = createPageFiles(folder);
  const renderScreen = createFirstScreens(folder);
  const fill = createPageTemplate(folder);

  const sendUnbuilt = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    void reply.headers(pageHeaders(request, origins().all, false));
    void reply.code(503).header('cache-control', 'no-store').type('text/html; charset=utf-8');
    return reply.send(unbuiltPage);
  };
  const addLinks = async (
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
  ): Promise<void> => {
    const links = await pageFiles.links(request.routeOptions.url ?? '', language);
    if (links !== null) void reply.header('link', links);
  };
  const page = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (!(await isBuilt())) return sendUnbuilt(request, reply);
    await addLinks(request, reply, acceptedLanguage(request.headers['accept-language']));
    void reply.headers({ ...pageHeaders(request, origins().all), 'cache-control': REVALIDATE });
    return reply.header('vary', 'accept-language').sendFile(INDEX);
  };
  for (const path of pages) app.get(path, page);

  const firstView = async (
    { language }: PageHead,
    { screen, path, picture, data }: NonNullable<FilledPage['first']>,
  ): Promise<FirstView | undefined> => {
    try {
      const html = await renderScreen(language, screen);
      const files = await pageFiles.first(screen.path, language);
      const isDemo = dependencies.demo !== undefined;
      return html === undefined || files === undefined
        ? undefined
        : { html, picture, files, data: { language, path, data, isDemo } };
    } catch (error) {
      // The app shows the page by itself.
      dependencies.log.error({ error }, 'first screen not rendered');
      return undefined;
    }
  };

  const sendFilled = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { head, first, status = 200, isPublic = false }: FilledPage,
  ): Promise<FastifyReply> => {
    if (!(await isBuilt())) return sendUnbuilt(request, reply);
    const {
      'accept-language': accepted,
      'accept-encoding': encodings,
      'if-none-match': known,
    } = request.headers;
    const view = first && (await firstView(head, first));
    if (view === undefined)
      await addLinks(request, reply, first === undefined ? acceptedLanguage(accepted) : head.language);
    const { html, inline } = await fill(head, view);
    // A public page is the same for all readers.
    void reply.header('vary', isPublic ? 'accept-encoding' : 'accept-encoding, accept-language');
    void reply
      .headers(pageHeaders(request, origins().all, head.isIndexable, inline))
      .type('text/html; charset=utf-8');
    if (status === 404) return reply.code(404).header('cache-control', 'no-store').send(html);
    const isCompressed = /\bbr\b/.test(String(encodings ?? ''));
    const hash = createHash('sha256').update(html).digest('base64url');
    // Each encoding has a tag of its own, as its bytes differ.
    const etag = `"${hash}${isCompressed ? '-br' : ''}"`;
    void reply.headers({ etag, 'cache-control': isPublic ? ONE_MINUTE : REVALIDATE });
    if (matchesEtag(known, etag)) return reply.code(304).send();
    if (!isCompressed) return reply.send(html);
    return reply.header('content-encoding', 'br').send(await compress(html));
  };
  publicRoutes(app, { ...dependencies, origins, send: sendFilled });

  app.get('/manifest.webmanifest', async (request, reply) => {
    const language = acceptedLanguage(request.headers['accept-language']);
    void reply.headers({ vary: 'accept-language', 'cache-control': REVALIDATE });
    return reply.sendFile(`manifest.${language}.webmanifest`);
  });

  app.get('/assets/*', async (request, reply) => {
    const file = await findFile(folder, pathOf(request));
    if (file === null) throw new HttpRefusal(404);
    return reply.header('cache-control', IMMUTABLE).sendFile(file);
  });

  app.get('/*', async (request, reply) => {
    const file = await findFile(folder, pathOf(request));
    if (file !== null && file !== INDEX) return reply.header('cache-control', REVALIDATE).sendFile(file);
    if (!wantsPage(request) || !(await isBuilt())) throw new HttpRefusal(404);
    // sendFile is not used, because its validators would turn the 404 into a 304.
    void reply.code(404).headers({ ...pageHeaders(request, origins().all), 'cache-control': 'no-store' });
    return reply.type('text/html; charset=utf-8').send(await readFile(join(folder, INDEX)));
  });
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? '';
