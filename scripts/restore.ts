import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig } from '../src/config.js';
import { startError } from '../src/startError.js';
import { BackupError } from './backup/format.js';
import { reachDatabase } from './backup/reachDatabase.js';
import { restoreBackup } from './backup/restoreBackup.js';

/** Restores a backup into the database: `npm run restore -- file [--force]`. The product must not run. */
try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined) throw new BackupError('Which file? npm run restore -- file [--force]');
  const config = readConfig();
  const log = pino({ level: 'warn' });
  await using database = await reachDatabase(config, log);
  const counts = await restoreBackup(database.url, resolve(file), { config, force: values.force, log });
  for (const [table, rows] of Object.entries(counts)) process.stdout.write(`${table.padEnd(20)} ${rows}\n`);
  process.stdout.write('Restored, and all counts agree.\n');
} catch (error) {
  process.stderr.write(`${error instanceof BackupError ? error.message : startError(error)}\n`);
  process.exitCode = 1;
}
// What lingers, such as a connection that is still closing, must not keep the command alive.
process.exit();
