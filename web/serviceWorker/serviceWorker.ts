import { CacheableResponsePlugin } from 'workbox-cacheable-response';
import type { RouteHandlerCallback } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import * as navigationPreload from 'workbox-navigation-preload';
import { matchPrecache, precache, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkOnly } from 'workbox-strategies';
import { showPush } from './showPush';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (PrecacheEntry | string)[];
};

/**
 * The app's files of one build. Pages come from the server whenever it answers, so no one is held at an old version;
 * this copy opens the app without it. It holds nothing private: what a person has seen is in caches of the app
 * itself (src/device/seenCaches), which end with the session.
 */
const files = self.__WB_MANIFEST;
precache(files);
navigationPreload.enable();

/** The app's page, which is the same for every path. */
const SHELL = '/home';
/** Paths that are not of the app, or must not be answered by a page of it. */
const NOT_PAGES = [
  /^\/graphql/,
  /^\/(?:demo|exports|images|unsubscribe|healthz|readyz|metrics)(?:\/|$)/,
  /\.\w+$/,
];

const network = new NetworkOnly();
/** @param fallback answers if the network does not */
const networkFirst =
  (fallback: (request: Request) => Promise<Response | undefined>): RouteHandlerCallback =>
  async (options) => {
    try {
      return await network.handle(options);
    } catch {
      return (await fallback(options.request)) ?? Response.error();
    }
  };

registerRoute(
  new NavigationRoute(
    networkFirst(() => matchPrecache(SHELL)),
    { denylist: NOT_PAGES },
  ),
);

// Their names contain a hash of their content, so a copy is never old. Fonts are kept once they were needed.
const rest = new CacheFirst({
  cacheName: 'mirai.assets',
  plugins: [
    new CacheableResponsePlugin({ statuses: [200] }),
    new ExpirationPlugin({ maxEntries: 60, purgeOnQuotaError: true }),
  ],
});
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async (options) => (await matchPrecache(options.request)) ?? rest.handle(options),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/(?:before-app\.js|favicon\.svg|icons\/)/.test(url.pathname),
  networkFirst((request) => matchPrecache(request)),
);
// The app keeps the pictures of what was seen. They are found in its caches and never put there.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/images/'),
  networkFirst((request) => caches.match(request, { ignoreVary: true })),
);
setCatchHandler(async () => Response.error());

interface ActivateMessage {
  type: 'activate';
  /** Path of the page's first script. */
  entry: string;
}

/**
 * A page asks for this version. It takes over only if that page is of this build and no other is open: an older page
 * would lose the files that it has not loaded yet.
 */
self.addEventListener('message', (event) => {
  const { type, entry } = event.data as Partial<ActivateMessage>;
  if (type !== 'activate' || !files.some((file) => typeof file === 'object' && `/${file.url}` === entry))
    return;
  const activate = async (): Promise<void> => {
    const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (windows.length <= 1) await self.skipWaiting();
  };
  event.waitUntil(activate());
});

showPush(self);
