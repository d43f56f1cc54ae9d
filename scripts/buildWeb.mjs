/**
 * Builds the web app into web/dist if it is missing or was built from other sources. npm runs this before
 * start and test, after provision.mjs.
 */
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { replaceBuild } from './build/replaceBuild.mjs';
import { run } from './provision/run.mjs';
import { say } from './provision/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function build() {
  say('Building the web app …');
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'web', '--emptyOutDir', '--outDir'];
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  // By name, to use the Node that provision.mjs installed even when an older one runs this script.
  const options = { cwd: root, env: { PATH: path, NODE_ENV: 'production' } };
  await run('node', [...vite, '../.tools/web-build'], options);
  // The server does not serve folders that start with a dot.
  await run('node', [...vite, '../.tools/web-build/.server', '--ssr', 'src/app/firstScreens.ts'], options);
}

await replaceBuild(root, {
  name: 'web-build',
  doing: 'building the web app',
  dist: join(root, 'web', 'dist'),
  fresh: join(root, '.tools', 'web-build'),
  sources: ['web'],
  build,
});
