/** Pages of the sign-in flow, which lead nowhere once signed in. Matched as the router matches them. */
const SIGN_IN_PAGES = /^\/(?:welcome|auth\/callback)\/*$/i;

/**
 * The path to continue at, if it belongs to this app. It is parsed as a browser parses an address, so that no
 * spelling of another site (`//there`, `/\there`, a tab between the slashes) passes for a path.
 * @param wanted the value of `?next=` or of a stored request
 * @param origin of this app
 * @returns `/home` for anything else
 */
export function safeRedirectPath(wanted: unknown, origin: string): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, origin)) return '/home';
  const url = new URL(wanted, origin);
  // The next parser would read a path that begins with two slashes as another site.
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/home';
  if (SIGN_IN_PAGES.test(url.pathname)) return '/home';
  return url.pathname + url.search + url.hash;
}
