/**
 * Prepares a bare machine for `npm start`, `npm test` and the other commands. npm runs this before each of
 * them. It is plain JavaScript for an old Node and imports nothing from node_modules, because a newer Node
 * and the packages may not be installed yet.
 *
 *   node scripts/provision.mjs [--redis] [--browser] [--pgbouncer] [--wrk] [--nginx]
 *
 * Installs the locked packages (including development packages, so that start and test share one rule) and,
 * if the system's Node is too old, a newer one for this folder only. With --redis it also installs a Redis
 * server, with --browser a Chromium for the tests, and with the others the program of that name. When everything is
 * installed, the check takes milliseconds.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDebianPackage } from './provision/ensureDebianPackage.mjs';
import { ensureNode, nodeForPackages, nodeIsReady } from './provision/ensureNode.mjs';
import { installPackages, packagesAreCurrent } from './provision/installPackages.mjs';
import { ProvisionError } from './provision/provisionError.mjs';
import { withLock } from './provision/withLock.mjs';

/** By option. `settled`: the setting that makes the program unnecessary. */
const programs = {
  '--redis': {
    programs: ['redis-server', 'valkey-server'],
    package: 'redis-server',
    purpose: 'The tests need a Redis server',
    otherwise: 'or set REDIS_URL to one that is running',
    settled: 'REDIS_URL',
  },
  '--browser': {
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    package: 'chromium',
    purpose: 'The tests use a real browser',
    otherwise: 'or set CHROMIUM to the path of one',
    settled: 'CHROMIUM',
  },
  '--pgbouncer': {
    programs: ['pgbouncer'],
    package: 'pgbouncer',
    purpose: 'This command runs the product through PgBouncer',
  },
  '--wrk': { programs: ['wrk'], package: 'wrk', purpose: 'This benchmark makes its load with wrk' },
  '--nginx': {
    programs: ['nginx'],
    package: 'nginx',
    purpose: 'This benchmark runs the product behind nginx',
  },
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function provision(options) {
  if (!packagesAreCurrent(root) || !nodeIsReady(root))
    await withLock(root, { name: 'provision', doing: 'installing in this folder' }, async () => {
      // Check again: the previous holder of the lock may have installed everything.
      if (!packagesAreCurrent(root)) await installPackages(root, await nodeForPackages(root));
      await ensureNode(root);
    });
  for (const [option, { settled, ...need }] of Object.entries(programs))
    if (options.includes(option) && !(settled && process.env[settled])) await ensureDebianPackage(need);
}

try {
  await provision(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ProvisionError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
