import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedLanguage, type Language } from '../acceptedLanguage.js';
import { demoPersonSchema } from '../demoIdTokenRoute.js';
import type { HttpDependencies } from '../house.js';
import { isDirectLoopbackRequest } from '../isFromHere.js';
import { HttpRefusal } from '../refusal.js';
import { ACCOUNT_PATH, redirectAddress, choicePage, refusedPage } from './demoPages.js';
import { demoStyleSource } from './demoStyle.js';
import { demoWords } from './demoWords.js';
import { type Authorization, readAuthorization } from './readAuthorization.js';

/** The app's callback for sign-ins. */
const CALLBACK = '/auth/callback';

/** An e-mail address derived from the name, so that the same name signs in the same person. */
function emailOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? ['guest'];
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${words.join('.').slice(0, 40)}.${digest}@example.com`;
}

/**
 * Sends a page that runs no scripts, loads nothing and cannot be framed.
 * @param leadsTo the address where its form may end; null without a form
 */
function sendPage(reply: FastifyReply, html: string, leadsTo: string | null): FastifyReply {
  const forms = leadsTo === null ? "'none'" : `'self' ${new URL(leadsTo).origin}`;
  return reply
    .headers({
      'content-security-policy': `default-src 'none'; style-src ${demoStyleSource}; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .send(html);
}

/** A valid authorization request from the app. */
interface ValidRequest {
  language: Language;
  query: Record<string, unknown>;
  authorization: Authorization;
}

/**
 * Registers `GET /demo/google/authorize` and the route of its account links, which replace Google's sign-in
 * in a browser. The routes exist only with the demo issuer, and only for callers on this machine. Accounts
 * are plain links: anyone who can open the page can sign in as any person anyway, and the app trusts only its
 * own state and nonce.
 * @param origins the origins of this server; sign-ins redirect only to these
 */
export function demoSignInRoutes(
  app: FastifyInstance,
  { demoIssuer }: HttpDependencies,
  origins: () => ReadonlySet<string>,
): void {
  if (demoIssuer === undefined) return;
  const { clientId } = demoIssuer;

  /** @returns null if the request was invalid and a reply was already sent */
  const read = (request: FastifyRequest, reply: FastifyReply): ValidRequest | null => {
    if (!isDirectLoopbackRequest(request, origins())) throw new HttpRefusal(404);
    const query = request.query as Record<string, unknown>;
    const hl = typeof query['hl'] === 'string' ? query['hl'] : undefined;
    const language = acceptedLanguage(hl, request.headers['accept-language']);
    const redirectUris = new Set([...origins()].map((origin) => origin + CALLBACK));
    const asked = readAuthorization(query, { clientId, redirectUris });
    if ('authorization' in asked) return { language, query, authorization: asked.authorization };
    sendPage(reply.code(400), refusedPage(language, asked.wrong), null);
    return null;
  };

  app.get('/demo/google/authorize', async (request, reply) => {
    const asked = read(request, reply);
    if (asked === null) return reply;
    const { language, authorization } = asked;
    return sendPage(reply, choicePage(language, authorization), authorization.redirect_uri);
  });

  app.get(ACCOUNT_PATH, async (request, reply) => {
    const asked = read(request, reply);
    if (asked === null) return reply;
    const { language, query, authorization } = asked;
    const typed = { name: textOf(query['name']), email: textOf(query['email']).trim() };
    const person = demoPersonSchema.safeParse({ ...typed, email: typed.email || emailOf(typed.name) });
    if (!person.success)
      return sendPage(
        reply.code(400),
        choicePage(language, authorization, typed),
        authorization.redirect_uri,
      );
    const idToken = await demoIssuer.mint({ ...known(language, person.data), nonce: authorization.nonce });
    return reply
      .header('cache-control', 'no-store')
      .redirect(redirectAddress(authorization, { id_token: idToken }), 303);
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Adds the given name of an offered account, because not every language puts it first. */
function known(language: Language, person: { email: string; name: string }) {
  const { accounts } = demoWords[language];
  return accounts.find(({ email, name }) => email === person.email && name === person.name) ?? person;
}
