import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DemoRoutes } from '../../../src/http/dependencies.js';
import { acceptedLanguage, type Language } from '../../../src/http/request.js';
import { demoPersonSchema, idTokenRoute, type Minter } from './idTokenRoute.js';
import { ACCOUNT_PATH, choicePage, demoStyleSource, redirectAddress, refusedPage } from './pages.js';
import { type Authorization, readAuthorization } from './readAuthorization.js';
import { demoWords } from './words.js';

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
 * Makes the routes that replace Google's sign-in: `GET /demo/google/authorize`, the route of its account links,
 * and `POST /demo/google/id-token`. The server decides who reaches them. Accounts are plain links:
 * anyone who can open the page can sign in as any person anyway, and the app trusts only its own state and
 * nonce. Sign-ins redirect only to the origins of this server.
 */
export const demoSignInRoutes =
  (issuer: Minter): DemoRoutes =>
  (app, origins) => {
    const { clientId, mint } = issuer;
    idTokenRoute(app, issuer);

    /** @returns null if the request was invalid and a reply was already sent */
    const read = (request: FastifyRequest, reply: FastifyReply): ValidRequest | null => {
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
      const idToken = await mint({ ...known(language, person.data), nonce: authorization.nonce });
      return reply
        .header('cache-control', 'no-store')
        .redirect(redirectAddress(authorization, { id_token: idToken }), 303);
    });
  };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Adds the given name of an offered account, because not every language puts it first. */
function known(language: Language, person: { email: string; name: string }) {
  const { accounts } = demoWords[language];
  return accounts.find(({ email, name }) => email === person.email && name === person.name) ?? person;
}
