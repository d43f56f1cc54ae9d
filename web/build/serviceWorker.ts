import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** A path at which the server sends index.html as it is. */
const SHELL = '/home';

/**
 * Builds web/serviceWorker into serviceWorker.js, with the list of the files of this build that it keeps. The page is
 * named with its digest: a worker that gets the page of another build, because that was deployed meanwhile, is not
 * installed, and no browser keeps a mix of two builds.
 */
export function serviceWorker(): PluginOption[] {
  let folder = '';
  const integrity = (): string =>
    `sha256-${createHash('sha256')
      .update(readFileSync(join(folder, 'index.html')))
      .digest('base64')}`;
  return [
    {
      name: 'service-worker-folder',
      configResolved: ({ root, build }) => void (folder = join(root, build.outDir)),
    },
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'serviceWorker',
      filename: 'serviceWorker.ts',
      // The app registers it, for people who have signed in.
      injectRegister: false,
      // web/public has one for each language.
      manifest: false,
      injectManifest: {
        globPatterns: ['index.html', 'assets/*.{js,css}', 'before-app.js', 'favicon.svg', 'icons/*.png'],
        dontCacheBustURLsMatching: /^assets\//,
        manifestTransforms: [
          (entries) => ({
            warnings: [],
            manifest: entries.map((entry) =>
              entry.url === 'index.html' ? { ...entry, url: SHELL, integrity: integrity() } : entry,
            ),
          }),
        ],
      },
    }),
  ];
}
