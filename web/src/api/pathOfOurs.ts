/** Pages on the way in: who has come in would stand there and not get on. As the router reads them. */
const WAY_IN = /^\/(?:welcome|auth\/callback)\/*$/i;

/**
 * Where to go on, if that is a page of this app: read as a browser reads an address, so that no way of writing
 * another site (`//there`, `/\there`, a tab between the slashes) passes for a path.
 * @param wanted what `?next=` or a kept request says
 * @param origin of this app
 * @returns `/home` for anything else
 */
export function pathOfOurs(wanted: unknown, origin: string): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, origin)) return '/home';
  const url = new URL(wanted, origin);
  // A path that begins with two slashes is another site to whoever reads it next.
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/home';
  if (WAY_IN.test(url.pathname)) return '/home';
  return url.pathname + url.search + url.hash;
}
