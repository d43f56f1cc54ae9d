/**
 * Builds the server into dist/ if it is missing or was built from other sources or packages. npm runs this before
 * start, after provision.mjs, so that nothing is compiled at run time. Types are checked by `npm run check`, not here.
 */
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { replaceBuild } from './build/replaceBuild.mjs';
import { run } from './provision/run.mjs';
import { say } from './provision/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function build() {
  say('Building the server …');
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  // By name, to use the Node that provision.mjs installed even when an older one runs this script.
  await run('node', ['scripts/build/bundle.mjs', '.tools/server-build'], {
    cwd: root,
    env: { PATH: path },
  });
}

await replaceBuild(root, {
  name: 'server-build',
  doing: 'building the server',
  dist: join(root, 'dist'),
  fresh: join(root, '.tools', 'server-build'),
  sources: [
    'src',
    'stand-ins',
    'migrations',
    'mikro-orm.config.ts',
    'tsconfig.json',
    'scripts/build/bundle.mjs',
  ],
  build,
});
