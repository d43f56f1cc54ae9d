import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { createGoogleIdentity } from './auth/googleIdentity.js';
import type { Config } from './config.js';
import { getOrCreateSecret } from './database/openDatabase.js';
import { createDemoAccess, demoSignInMode } from './http/demoAccess.js';

/** Google's authorization endpoint, as its discovery document names it. */
const GOOGLE_SIGN_IN = 'https://accounts.google.com/o/oauth2/v2/auth';
/** The stand-in's page, relative to the address at which the browser reaches this server. */
const DEMO_SIGN_IN = '/demo/google/authorize';

/**
 * Signing in with Google or, without a client id, with a stand-in that speaks the same protocol and has pages of its own.
 * The stand-in is loaded only then: a process with real settings never runs it.
 * @param opened closes the stand-in
 */
export async function openSignIn(config: Config, orm: MikroORM, opened: AsyncDisposableStack, log: Logger) {
  // All processes accept each other's tokens, also after a restart.
  const issuer =
    config.googleClientId === undefined
      ? opened.use(await startIssuerStandIn((make) => getOrCreateSecret(orm, 'demo-issuer-key', make)))
      : undefined;
  const clientId = config.googleClientId ?? issuer?.clientId ?? '';
  return {
    google: createGoogleIdentity({ clientId, certsUrl: issuer?.certsUrl }),
    googleSignIn: {
      authorizationUrl: issuer === undefined ? GOOGLE_SIGN_IN : DEMO_SIGN_IN,
      clientId,
      demo: issuer !== undefined,
    },
    /** The stand-in's pages, and who may use them. */
    demo: issuer && {
      routes: issuer.signInRoutes,
      access: createDemoAccess(demoSignInMode(config), log),
    },
  };
}

async function startIssuerStandIn(getOrCreateKey: (make: () => string) => Promise<string>) {
  const { newIssuerKey, startGoogleIssuer } = await import('../stand-ins/google/issuer.js');
  const { demoSignInRoutes } = await import('../stand-ins/google/signIn/routes.js');
  const issuer = await startGoogleIssuer({ privateKey: await getOrCreateKey(newIssuerKey) });
  return { ...issuer, signInRoutes: demoSignInRoutes(issuer) };
}
