import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { assignChunk } from './build/assignChunk.js';
import { compressAssets } from './build/compressAssets.js';
import { pageManifest } from './build/pageManifest.js';
import { precompileMessages } from './build/precompileMessages.js';
import { serviceWorker } from './build/serviceWorker.js';
import { supportedBrowsers } from './build/supportedBrowsers.js';

const browserChunks = {
  groups: [
    { name: assignChunk, debugName: 'first' },
    { name: 'shared', test: /web[\\/]src[\\/]/, minShareCount: 4 },
  ],
};

/**
 * One file for the server, which renders with it outside a browser: what modules look up when they are loaded is
 * declared in the file.
 */
const firstScreensBundle = {
  output: {
    entryFileNames: 'first-screens.js',
    codeSplitting: false as const,
    intro: `const addEventListener = () => {};
const matchMedia = () => ({ matches: false, addEventListener });`,
  },
};

const api = process.env['API'] ?? 'http://localhost:4000';

export default defineConfig(({ isSsrBuild }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    vue(),
    precompileMessages(),
    ...(isSsrBuild ? [] : [pageManifest(), serviceWorker(), compressAssets()]),
  ],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'true',
  },
  build: {
    // Scripts and styles are lowered to these. What replaces light-dark() follows the root's colour scheme only.
    target: [...supportedBrowsers],
    // 3 % smaller than by the bundler's own minifier.
    minify: 'terser',
    terserOptions: { ecma: 2020, compress: { passes: 2 } },
    // The Content Security Policy does not allow inlined fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    copyPublicDir: !isSsrBuild,
    rolldownOptions: isSsrBuild ? firstScreensBundle : { output: { codeSplitting: browserChunks } },
  },
  // Bundles Vue's builds for bundlers, without its compiler.
  ssr: { noExternal: true, target: 'webworker' },
  // For `npm run dev:web` next to a running `npm start`.
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': { target: api, ws: true }, '/images': api, '/demo': api },
  },
}));
