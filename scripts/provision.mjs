/**
 * Makes a bare machine ready for `npm start`, `npm test` and the like: npm runs it before each of them.
 * Plain JavaScript that an old Node runs and that imports nothing from node_modules, because neither may be there yet.
 *
 *   node scripts/provision.mjs [--redis] [--browser]
 *
 * Installs the locked packages (those for development too: one rule for start and test), gets a newer Node for this
 * folder alone where the system's is too old, with --redis a Redis server and with --browser a Chromium for the tests.
 * When all is there it only looks, in milliseconds.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDebianPackage } from './provision/ensureDebianPackage.mjs';
import { ensureNode, nodeIsReady } from './provision/ensureNode.mjs';
import { installPackages, packagesAreCurrent } from './provision/installPackages.mjs';
import { ProvisionError } from './provision/provisionError.mjs';
import { withLock } from './provision/withLock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function provision(options) {
  if (!packagesAreCurrent(root) || !nodeIsReady(root))
    await withLock(root, { name: 'provision', doing: 'installing in this folder' }, async () => {
      // Asked again: whoever held the lock before us may have done it all.
      if (!packagesAreCurrent(root)) await installPackages(root);
      await ensureNode(root);
    });
  if (options.includes('--redis') && !process.env.REDIS_URL)
    await ensureDebianPackage({
      programs: ['redis-server', 'valkey-server'],
      package: 'redis-server',
      purpose: 'The tests need a Redis server',
      otherwise: 'or set REDIS_URL to one that is running',
    });
  if (options.includes('--browser') && !process.env.CHROMIUM)
    await ensureDebianPackage({
      programs: ['chromium', 'chromium-browser', 'google-chrome'],
      package: 'chromium',
      purpose: 'The tests use a real browser',
      otherwise: 'or set CHROMIUM to the path of one',
    });
}

try {
  await provision(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ProvisionError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
