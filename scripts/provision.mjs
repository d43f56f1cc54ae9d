/**
 * Prepares a bare machine for `npm start`, `npm test` and the other commands. npm runs this before each of
 * them. It is plain JavaScript for an old Node and imports nothing from node_modules, because a newer Node
 * and the packages may not be installed yet.
 *
 *   node scripts/provision.mjs [--redis] [--browser] [--pgbouncer]
 *
 * Installs the locked packages (including development packages, so that start and test share one rule) and,
 * if the system's Node is too old, a newer one for this folder only. With --redis it also installs a Redis
 * server, with --browser a Chromium for the tests and with --pgbouncer a PgBouncer. When everything is installed, the check takes
 * milliseconds.
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
      // Check again: the previous holder of the lock may have installed everything.
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
  if (options.includes('--pgbouncer'))
    await ensureDebianPackage({
      programs: ['pgbouncer'],
      package: 'pgbouncer',
      purpose: 'This command runs the product through PgBouncer',
      otherwise: '',
    });
}

try {
  await provision(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ProvisionError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
