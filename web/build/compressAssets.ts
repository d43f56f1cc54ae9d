import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { minifySync, type Plugin } from 'vite';

const TEXT = /\.(?:html|js|css|svg|json|webmanifest)$/;

/** Copied from web/public, which the bundler does not minify. */
const SCRIPT = 'before-app.js';

/**
 * Writes a .br and a .gz for each text file, so that the server does not compress at run time. Minifies the script
 * that is no part of the bundle.
 */
export function compressAssets(): Plugin {
  let folder = '';
  return {
    name: 'compress-assets',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = join(root, build.outDir)),
    // After the service worker, which is built once the other files are written.
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const script = join(folder, SCRIPT);
        // Old browsers must be able to read it.
        const options = { compress: { target: 'es2015' } };
        writeFileSync(script, minifySync(SCRIPT, readFileSync(script, 'utf8'), options).code);
        for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!TEXT.test(file)) continue;
          const bytes = readFileSync(join(folder, file));
          writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes));
          writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
}
