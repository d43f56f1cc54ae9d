import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedLanguage } from '../acceptedLanguage.js';
import { Refusal } from '../refusal.js';
import { alwaysServed } from '../shedLoad.js';
import { findFile } from './findFile.js';
import { createFirstFiles } from './firstFiles.js';
import { pageHeaders } from './pageHeaders.js';
import { unbuiltPage } from './unbuiltPage.js';

/** What the app has a page for, as its own map writes it. By pattern, so that the log names no link: most are secrets. */
const pages = [
  '/',
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
  '/s/:slug',
  '/s/:slug/thanks',
  '/c/:code',
];

const INDEX = 'index.html';
/** A name with a hash of what is in it stands for the same bytes for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, and asked about each time. */
const ASK_AGAIN = 'no-cache';

const wantsPage = ({ headers }: FastifyRequest): boolean => (headers.accept ?? '').includes('text/html');

/** The folder of the app, and the origins under which browsers may know this server, once it listens. */
export interface WebApp {
  folder: string;
  origins: () => ReadonlySet<string>;
}

/**
 * The web app: its files, and its one page at every address that it has a page for. A browser gets it at unknown addresses
 * too, as a 404, to read in words what is not there. Files are looked up at each request, so that a build is seen at once.
 */
export async function webRoutes(app: FastifyInstance, { folder, origins }: WebApp): Promise<void> {
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
  const linksFor = createFirstFiles(folder);

  const page = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    void reply.headers(pageHeaders(request, origins()));
    if (await isBuilt()) {
      const { routeOptions, headers } = request;
      const links = await linksFor(routeOptions.url ?? '', acceptedLanguage(headers['accept-language']));
      if (links !== null) void reply.header('link', links);
      return reply.headers({ 'cache-control': ASK_AGAIN, vary: 'accept-language' }).sendFile(INDEX);
    }
    void reply.code(503).header('cache-control', 'no-store').type('text/html; charset=utf-8');
    return reply.send(unbuiltPage);
  };
  // Neither page nor files are ever turned away: they cost little, and the app says in words that there is too much to do.
  for (const path of pages) app.get(path, alwaysServed, page);

  app.get('/assets/*', alwaysServed, async (request, reply) => {
    const file = await findFile(folder, pathOf(request));
    if (file === null) throw new Refusal(404);
    return reply.header('cache-control', FOR_EVER).sendFile(file);
  });

  app.get('/*', alwaysServed, async (request, reply) => {
    const file = await findFile(folder, pathOf(request));
    if (file !== null && file !== INDEX) return reply.header('cache-control', ASK_AGAIN).sendFile(file);
    if (!wantsPage(request) || !(await isBuilt())) throw new Refusal(404);
    // Not by sendFile: its validators would turn a page that is not there into a 304.
    void reply.code(404).headers({ ...pageHeaders(request, origins()), 'cache-control': 'no-store' });
    return reply.type('text/html; charset=utf-8').send(await readFile(join(folder, INDEX)));
  });
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? '';
