import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpDependencies } from '../dependencies.js';
import { acceptedLanguage, type Language } from '../request.js';
import type { ServerOrigins } from '../serverOrigins.js';
import { MAX_WAIT_MS } from '../shedLoad.js';
import type { FirstScreen } from './firstScreens.js';
import { isolatedName, type PageHead } from './pageTemplate.js';
import { pageWordings } from './pageWording.js';
import { languageOf, personaData, personaHead } from './personaPage.js';
import { surveyPicturePath } from './surveyPictureRoute.js';
import { visitOf } from './visits.js';

/** The app's page with a head of its own. */
export interface FilledPage {
  head: PageHead;
  /** Shown until the app starts, and without scripts. */
  first?: {
    screen: FirstScreen;
    /** The page's own path. */
    path: string;
    /** Address of the largest picture on the screen. */
    picture?: string;
    /** The result of the app's query for this page; null if there is nothing. */
    data?: object | null;
  };
  status?: 200 | 404;
  /** Whether shared caches may keep the page, for a minute at most. It is then the same for every reader. */
  isPublic?: boolean;
}

type PublicRouteParts = Pick<HttpDependencies, 'publicPages' | 'databaseWaitMs' | 'maxWaitMs' | 'log'> & {
  origins(): ServerOrigins;
  send(request: FastifyRequest, reply: FastifyReply, page: FilledPage): Promise<FastifyReply>;
};

/** A slug is 128 random bits in base64url. Messengers join punctuation and words to the link before them. */
const SLUG_AND_MORE = /^([\w-]{22})./su;

/**
 * Registers the pages that are shared: link previews read their heads, and a published persona can be read
 * without scripts.
 */
export function publicRoutes(app: FastifyInstance, parts: PublicRouteParts): void {
  const { publicPages } = parts;
  const originOf = (request: FastifyRequest): string => parts.origins().ofLinks(request.raw);
  const send: PublicRouteParts['send'] = (...page) => parts.send(...page);

  const headOf = (
    request: FastifyRequest,
    language: Language,
    path: string,
    words: { title: string; description: string },
    isIndexable = false,
  ): PageHead => ({
    language,
    ...words,
    url: originOf(request) + path,
    image: { url: `${originOf(request)}/preview/${language}.png`, alt: pageWordings[language].pictureAlt },
    isIndexable,
  });

  /**
   * A look-up without which the page is still useful: the app repeats it and explains what is wrong. It is not made
   * while requests wait long for the database.
   */
  async function optional<T>(read: () => Promise<T>): Promise<T | undefined> {
    if (parts.databaseWaitMs() > (parts.maxWaitMs ?? MAX_WAIT_MS)) return undefined;
    try {
      return await read();
    } catch (error) {
      parts.log.warn({ error }, 'page head without its survey');
      return undefined;
    }
  }

  const countVisit = (
    { method, headers }: FastifyRequest,
    page: 'SURVEY' | 'PERSONA',
    slug: string,
  ): void => {
    const visit = visitOf(method, headers);
    if (visit !== null) publicPages.count(slug, `${page}_${visit}`);
  };

  app.get('/', (request, reply) => {
    const language = acceptedLanguage(request.headers['accept-language']);
    const head = headOf(request, language, '/', pageWordings[language].home, true);
    return send(request, reply, { head, first: { screen: { path: '/' }, path: '/' } });
  });

  const invitationPage = async (
    request: FastifyRequest<{ Params: { code: string; '*'?: string } }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const { code, '*': more } = request.params;
    const start = more === undefined ? SLUG_AND_MORE.exec(code)?.[1] : code;
    if (start !== undefined) return reply.redirect(`/c/${encodeURIComponent(start)}${queryOf(request)}`, 302);
    const accepted = request.headers['accept-language'];
    // Most programs that make previews accept any language.
    const inviter = accepted ? null : await optional(() => publicPages.inviterLocale(code));
    const language = acceptedLanguage(accepted, inviter ?? undefined);
    const path = `/c/${encodeURIComponent(code)}`;
    return send(request, reply, { head: headOf(request, language, path, pageWordings[language].invitation) });
  };
  app.get('/c/:code', invitationPage);
  app.get('/c/:code/*', invitationPage);

  const surveyPage = async (
    request: FastifyRequest<{ Params: { slug: string; '*'?: string } }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const { slug, '*': more } = request.params;
    const survey = await optional(() => publicPages.survey(slug));
    if (survey && more === undefined) {
      countVisit(request, 'SURVEY', slug);
      const language = languageOf(survey);
      const name = isolatedName(survey.ownerName);
      const { survey: say } = pageWordings[language];
      const words = { title: say.title(name), description: say.description(name) };
      const { ownerName, status, questions } = survey;
      const hasLine = questions.some(({ kind }) => kind === 'TEXT');
      const screen = { path: '/s/:slug', survey: { ownerName, isOpen: status === 'OPEN', hasLine } } as const;
      const image = { url: originOf(request) + surveyPicturePath(slug, survey), alt: words.title };
      const head = { ...headOf(request, language, `/s/${slug}`, words), image };
      return send(request, reply, { head, first: { screen, path: `/s/${slug}`, data: { survey } } });
    }
    if (survey) return reply.redirect(`/s/${slug}${queryOf(request)}`, 302);
    const start = SLUG_AND_MORE.exec(slug)?.[1];
    if (start !== undefined && (await optional(() => publicPages.survey(start))))
      return reply.redirect(`/s/${start}${queryOf(request)}`, 302);
    const language = acceptedLanguage(request.headers['accept-language']);
    const head = headOf(request, language, '/', pageWordings[language].home);
    if (survey === undefined) return send(request, reply, { head });
    const screen = { path: '/s/:slug', survey: null } as const;
    return send(request, reply, { head, first: { screen, path: `/s/${slug}`, data: null }, status: 404 });
  };
  app.get('/s/:slug', surveyPage);
  app.get('/s/:slug/*', surveyPage);

  const personaPage = async (
    request: FastifyRequest<{ Params: { slug: string; '*'?: string } }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const { slug, '*': more } = request.params;
    const persona = await publicPages.persona(slug);
    if (persona !== null && more === undefined) {
      countVisit(request, 'PERSONA', slug);
      const head = personaHead(persona, `${originOf(request)}/p/${slug}`);
      const data = personaData(persona);
      const screen = { path: '/p/:slug', persona: data } as const;
      const picture = data.illustration?.url;
      const first = { screen, path: `/p/${slug}`, picture, data: { publicPersona: data } };
      return send(request, reply, { head, first, isPublic: true });
    }
    const start = persona === null ? SLUG_AND_MORE.exec(slug)?.[1] : slug;
    if (start !== undefined && (persona ?? (await publicPages.persona(start))) !== null)
      return reply.redirect(`/p/${start}${queryOf(request)}`, 302);
    const language = acceptedLanguage(request.headers['accept-language']);
    const words = pageWordings[language].missingPersona;
    const head = headOf(request, language, '/', { title: words.title, description: words.text });
    const screen = { path: '/p/:slug', persona: null } as const;
    return send(request, reply, { head, first: { screen, path: `/p/${slug}`, data: null }, status: 404 });
  };
  app.get('/p/:slug', personaPage);
  app.get('/p/:slug/*', personaPage);
}

/** The query of a URL with its question mark, or nothing. */
const queryOf = ({ url }: FastifyRequest): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');
