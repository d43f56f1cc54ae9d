/**
 * Builds the web app into web/dist if it is missing or was built from other sources. npm runs this before
 * start and test, after provision.mjs. When the build is current, the check takes milliseconds.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProvisionError } from './provision/provisionError.mjs';
import { run } from './provision/run.mjs';
import { say } from './provision/say.mjs';
import { withLock } from './provision/withLock.mjs';
import { isBuilt, stampFile, stampOf } from './web/webStamp.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'web', 'dist');
/** Both are on the same disk as web/dist, so that a finished build is moved into place by renaming. */
const [fresh, old] = ['web-build', 'web-build.old'].map((name) => join(root, '.tools', name));

async function build() {
  say('Building the web app …');
  // Computed before vite runs, so that a change during the build triggers another build at the next start.
  const stamp = stampOf(root);
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'web', '--emptyOutDir', '--outDir'];
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  // By name, to use the Node that provision.mjs installed even when an older one runs this script.
  const options = { cwd: root, env: { PATH: path, NODE_ENV: 'production' } };
  await run('node', [...vite, '../.tools/web-build'], options);
  // The server does not serve folders that start with a dot.
  await run('node', [...vite, '../.tools/web-build/.server', '--ssr', 'src/app/firstScreens.ts'], options);
  writeFileSync(stampFile(fresh), stamp);
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  // A running server sees either the old build or the new one, never half of one.
  renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

try {
  if (!isBuilt(root, dist))
    await withLock(root, { name: 'web-build', doing: 'building the web app' }, async () => {
      if (!isBuilt(root, dist)) await build();
    });
} catch (error) {
  if (!(error instanceof ProvisionError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
