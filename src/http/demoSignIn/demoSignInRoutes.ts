import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedLanguage, type Language } from '../acceptedLanguage.js';
import { demoPerson } from '../demoIdTokenRoute.js';
import type { HttpHouse } from '../house.js';
import { isFromHere } from '../isFromHere.js';
import { Refusal } from '../refusal.js';
import { ACCOUNT_PATH, answerAddress, choicePage, refusedPage } from './demoPages.js';
import { demoStyleSource } from './demoStyle.js';
import { demoWords } from './demoWords.js';
import { type Authorization, readAuthorization } from './readAuthorization.js';

/** Where the app takes up what a sign-in answered. */
const CALLBACK = '/auth/callback';

/** The same name is the same person again. */
function emailOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? ['guest'];
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${words.join('.').slice(0, 40)}.${digest}@example.com`;
}

/** Sends a page that runs nothing, loads nothing and may be framed by nobody. @param leadsTo where its form may end */
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

/** A request of the app that is as it should be, or the answer that says it is not. */
interface Asked {
  language: Language;
  query: Record<string, unknown>;
  authorization: Authorization;
}

/**
 * `GET /demo/google/authorize` and the address behind its choices: what Google's sign-in is to a browser. Not there at all
 * unless the house can mint, and for callers on this machine only. A choice is a plain link: what it opens is open to
 * everybody here anyway, and the app takes an answer by its own state and nonce alone.
 * @param origins under which browsers may know this server: sign-ins lead back to these only
 */
export function demoSignInRoutes(
  app: FastifyInstance,
  { demoIssuer }: HttpHouse,
  origins: () => ReadonlySet<string>,
): void {
  if (demoIssuer === undefined) return;
  const { clientId } = demoIssuer;

  /** @returns null when the answer was sent */
  const read = (request: FastifyRequest, reply: FastifyReply): Asked | null => {
    if (!isFromHere(request, origins())) throw new Refusal(404);
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
    const person = demoPerson.safeParse({ ...typed, email: typed.email || emailOf(typed.name) });
    if (!person.success)
      return sendPage(
        reply.code(400),
        choicePage(language, authorization, typed),
        authorization.redirect_uri,
      );
    const idToken = await demoIssuer.mint({ ...known(language, person.data), nonce: authorization.nonce });
    return reply
      .header('cache-control', 'no-store')
      .redirect(answerAddress(authorization, { id_token: idToken }), 303);
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One of the accounts that are offered has a given name of its own: not every language begins with it. */
function known(language: Language, person: { email: string; name: string }) {
  const { accounts } = demoWords[language];
  return accounts.find(({ email, name }) => email === person.email && name === person.name) ?? person;
}
