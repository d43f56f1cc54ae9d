import type { FastifyRequest } from 'fastify';

/** A page may copy a link, and asks for nothing else. Sharing one is allowed anyway, and named here desktop browsers would complain that they do not know it. */
const PERMISSIONS = [
  'clipboard-write=(self)',
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture'].map((name) => `${name}=()`),
].join(', ');

/** The pages that are the same for everyone. The addresses of most others are secrets: whoever holds one may answer, or withdraw. */
const PUBLIC = new Set(['/', '/privacy']);

/** Safari before 15.4 does not take a socket of the same host for 'self'. Only hosts of ours are repeated: the header is the caller's. */
function socketsOf({ host }: FastifyRequest, origins: ReadonlySet<string>): string {
  if (host.startsWith('[')) return '';
  const own = [
    ['http', 'ws'],
    ['https', 'wss'],
  ].filter(([protocol]) => origins.has(`${protocol}://${host}`));
  return own.map(([, socket]) => ` ${socket}://${host}`).join('');
}

/**
 * The headers of the web app's page. Its policy knows no inline script or style; everything comes from here.
 * @param origins under which browsers may know this server
 */
export function pageHeaders(request: FastifyRequest, origins: ReadonlySet<string>): Record<string, string> {
  const [path = ''] = request.url.split('?');
  return {
    'content-security-policy': [
      "default-src 'self'",
      "img-src 'self' data: blob:",
      `connect-src 'self'${socketsOf(request, origins)}`,
      ...['script', 'style', 'font', 'worker', 'manifest'].map((kind) => `${kind}-src 'self'`),
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'permissions-policy': PERMISSIONS,
    'referrer-policy': 'no-referrer',
    ...(PUBLIC.has(path) ? {} : { 'x-robots-tag': 'noindex' }),
  };
}
