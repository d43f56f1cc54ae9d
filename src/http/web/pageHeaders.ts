import type { FastifyRequest } from 'fastify';
import type { FilledHtml } from './pageTemplate.js';

/**
 * Pages may only write to the clipboard. web-share is allowed by default and not listed, because desktop
 * browsers warn about unknown names.
 */
const PERMISSIONS = [
  'clipboard-write=(self)',
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture'].map((name) => `${name}=()`),
].join(', ');

/**
 * Pages without a secret in their URL. Most other URLs are secrets that allow their holder to answer or
 * withdraw. The owner of a published persona decides about its page.
 */
const INDEXABLE = new Set(['/', '/privacy']);

/**
 * WebSocket sources for Safari before 15.4, where 'self' does not cover them. The Host header comes from the
 * caller, so only known hosts are used.
 */
function socketsOf({ host }: FastifyRequest, origins: ReadonlySet<string>): string {
  if (host.startsWith('[')) return '';
  const own = [
    ['http', 'ws'],
    ['https', 'wss'],
  ].filter(([protocol]) => origins.has(`${protocol}://${host}`));
  return own.map(([, socket]) => ` ${socket}://${host}`).join('');
}

/**
 * The headers of a page of the web app. Its policy allows only files from this origin, and inside the page only the
 * one style and the one script that are named.
 * @param origins origins under which browsers can reach this server
 * @param isIndexable whether search engines may list the page; by default, if its URL holds no secret
 * @param inline hashes of the style and the script inside the page
 */
export function pageHeaders(
  request: FastifyRequest,
  origins: ReadonlySet<string>,
  isIndexable = INDEXABLE.has(request.url.split('?')[0] ?? ''),
  inline: FilledHtml['inline'] = null,
): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'self'",
      "img-src 'self' data: blob:",
      `connect-src 'self'${socketsOf(request, origins)}`,
      ...(['script', 'style'] as const).map((kind) =>
        [`${kind}-src 'self'`, inline?.[kind]].join(' ').trim(),
      ),
      ...['font', 'worker', 'manifest'].map((kind) => `${kind}-src 'self'`),
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'permissions-policy': PERMISSIONS,
    'referrer-policy': 'no-referrer',
    ...(isIndexable ? {} : { 'x-robots-tag': 'noindex' }),
  };
}
